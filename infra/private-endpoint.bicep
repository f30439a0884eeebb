metadata description = 'Private endpoints of one service of one or more resources, and the DNS zone that resolves their names.'

param networkId string
param subnetId string
param location string
param tags object

@description('The private DNS zone, such as privatelink.table.core.windows.net.')
param zoneName string

@description('The service of the resource, such as table.')
param service string

@description('The endpoints: their names and the resources behind them.')
param endpoints privateEndpoint[]

type privateEndpoint = {
  name: string
  resourceId: string
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: zoneName
  location: 'global'
  tags: tags
}

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: zone
  name: 'app'
  location: 'global'
  tags: tags
  properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-07-01' = [
  for each in endpoints: {
    name: each.name
    location: location
    tags: tags
    properties: {
      subnet: { id: subnetId }
      privateLinkServiceConnections: [
        { name: each.name, properties: { privateLinkServiceId: each.resourceId, groupIds: [service] } }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = [
  for (each, i) in endpoints: {
    parent: endpoint[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: service, properties: { privateDnsZoneId: zone.id } }]
    }
  }
]
