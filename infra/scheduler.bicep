metadata description = 'A Durable Task Scheduler in place of the storage hub, reached through a private endpoint only.'

param name string
param taskHubName string
param location string
param tags object

@description('Consumption is billed by action, Dedicated by capacity unit.')
@allowed(['Consumption', 'Dedicated'])
param sku string

@description('Days that finished orchestrations stay readable. Those that run are kept however old they are.')
@minValue(1)
@maxValue(90)
param retentionDays int

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: sku == 'Dedicated' ? { name: sku, capacity: 1 } : { name: sku }
    // Opening it would take an address range for an app that has no address of its own: the private endpoint is the only way in.
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
