metadata description = 'A Durable Task Scheduler in place of the storage hub, reached through a private endpoint only.'

param name string
param taskHubName string
param location string
param tags object

@description('Consumption is billed by action, Dedicated by capacity unit.')
@allowed(['Consumption', 'Dedicated'])
param sku string

@description('Days that finished orchestrations stay readable. Running ones are kept without limit.')
@minValue(1)
@maxValue(90)
param retentionDays int

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: sku == 'Dedicated' ? { name: sku, capacity: 1 } : { name: sku }
    // The app has no fixed address that could be allowed, so only the private endpoint is open.
    publicNetworkAccess: 'Disabled'
    ipAllowlist: []
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2026-02-01' = {
  parent: scheduler
  name: taskHubName
}

resource retention 'Microsoft.DurableTask/schedulers/retentionPolicies@2026-02-01' = {
  parent: scheduler
  name: 'default'
  properties: { retentionPolicies: [{ retentionPeriodInDays: retentionDays }] }
}

output id string = scheduler.id
output endpoint string = scheduler.properties.endpoint
