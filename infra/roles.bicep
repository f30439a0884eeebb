metadata description = 'All roles of the app. roles.json has each assignment with its reason; RoleTests compares the two.'

param identityName string
param packageIdentityName string
param packageStorageName string
param hubStorageName string
param projectStorageName string
param vaultName string
param keyName string
param webhookSecretName string
param mailEventsKeyName string
param inboundMailKeyName string
param websiteKeyName string
param anchorKeysName string
param communicationName string
param insightsName string

@description('The scheduler and its hub; empty: orchestrations run on the storage hub.')
param schedulerName string

param taskHubName string

var roles = loadJsonContent('roles.json')
var scheduled = !empty(schedulerName)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: identityName }
resource packageIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' existing = { name: packageIdentityName }
resource package 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: packageStorageName }
resource hub 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: hubStorageName }
resource projects 'Microsoft.Storage/storageAccounts@2025-01-01' existing = { name: projectStorageName }
resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
  resource key 'keys' existing = { name: keyName }
  resource webhook 'secrets' existing = { name: webhookSecretName }
  resource mailEvents 'secrets' existing = { name: mailEventsKeyName }
  resource inboundMail 'secrets' existing = { name: inboundMailKeyName }
  resource website 'secrets' existing = { name: websiteKeyName }
  resource anchors 'secrets' existing = { name: anchorKeysName }
}
resource communication 'Microsoft.Communication/communicationServices@2025-09-01' existing = { name: communicationName }
resource insights 'Microsoft.Insights/components@2020-02-02' existing = { name: insightsName }
resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' existing = {
  name: scheduled ? schedulerName : 'none'
  resource taskHub 'taskHubs' existing = { name: scheduled ? taskHubName : 'none' }
}

func role(id string) string => subscriptionResourceId('Microsoft.Authorization/roleDefinitions', id)

resource packageBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: package
  name: guid(package.id, packageIdentity.id, roles.packageBlobs.id)
  properties: {
    principalId: packageIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.packageBlobs.id)
    description: roles.packageBlobs.reason
  }
}

resource hubBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hub
  name: guid(hub.id, identity.id, roles.hubBlobs.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.hubBlobs.id)
    description: roles.hubBlobs.reason
  }
}

resource hubQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!scheduled) {
  scope: hub
  name: guid(hub.id, identity.id, roles.hubQueues.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.hubQueues.id)
    description: roles.hubQueues.reason
  }
}

resource hubTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!scheduled) {
  scope: hub
  name: guid(hub.id, identity.id, roles.hubTables.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.hubTables.id)
    description: roles.hubTables.reason
  }
}

resource projectTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: projects
  name: guid(projects.id, identity.id, roles.projectTables.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.projectTables.id)
    description: roles.projectTables.reason
  }
}

resource unwrapKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::key
  name: guid(vault::key.id, identity.id, roles.unwrapKeys.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.unwrapKeys.id)
    description: roles.unwrapKeys.reason
  }
}

resource webhookSecret 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::webhook
  name: guid(vault::webhook.id, identity.id, roles.webhookSecret.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.webhookSecret.id)
    description: roles.webhookSecret.reason
  }
}

resource mailEventsKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::mailEvents
  name: guid(vault::mailEvents.id, identity.id, roles.mailEventsKey.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.mailEventsKey.id)
    description: roles.mailEventsKey.reason
  }
}

resource inboundMailKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::inboundMail
  name: guid(vault::inboundMail.id, identity.id, roles.inboundMailKey.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.inboundMailKey.id)
    description: roles.inboundMailKey.reason
  }
}

resource websiteKey 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::website
  name: guid(vault::website.id, identity.id, roles.websiteKey.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.websiteKey.id)
    description: roles.websiteKey.reason
  }
}

resource anchorKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::anchors
  name: guid(vault::anchors.id, identity.id, roles.anchorKeys.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.anchorKeys.id)
    description: roles.anchorKeys.reason
  }
}

resource mail 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: communication
  name: guid(communication.id, identity.id, roles.mail.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.mail.id)
    description: roles.mail.reason
  }
}

resource figures 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, identity.id, roles.figures.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.figures.id)
    description: roles.figures.reason
  }
}

resource scheduling 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (scheduled) {
  scope: scheduler::taskHub
  name: guid(scheduler::taskHub.id, identity.id, roles.scheduler.id)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: role(roles.scheduler.id)
    description: roles.scheduler.reason
  }
}
