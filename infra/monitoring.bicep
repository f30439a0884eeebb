metadata description = 'Logs and metrics: Application Insights on a Log Analytics workspace, without instrumentation keys.'

param workspaceName string
param insightsName string
param location string
param tags object

@description('Days that logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('Gigabytes a day after which ingestion stops until the next day, so that a loop of errors cannot run up a bill.')
@minValue(1)
@maxValue(500)
param dailyQuotaGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
    workspaceCapping: { dailyQuotaGb: dailyQuotaGb }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    DisableIpMasking: false
  }
}

output workspaceId string = workspace.id
output connectionString string = insights.properties.ConnectionString
