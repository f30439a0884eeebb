metadata description = 'Key Vault: the key that wraps the Data Protection keys, and the secrets shared with website, mail gateway and Event Grid.'

@minLength(3)
@maxLength(24)
param name string

param location string
param tags object

@description('The Log Analytics workspace that gets the vault\'s audit events.')
param workspaceId string

@description('Whether the vault answers inside the virtual network only.')
param private bool

param keyName string
param webhookSecretName string
param mailEventsKeyName string
param inboundMailKeyName string
param websiteKeyName string
param anchorKeysName string

@description('Signs the webhooks; used at the first deployment only.')
@secure()
param webhookSecret string

@description('The key that mail delivery reports carry; used at the first deployment only.')
@secure()
param mailEventsKey string

@description('The key that the mail gateway sends; used at the first deployment only.')
@secure()
param inboundMailKey string

@description('The website\'s API key; used at the first deployment only.')
@secure()
param websiteKey string

@description('The key that signs timelines and anchors; used at the first deployment only.')
@secure()
param anchorKeys string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // post-deploy.bicep passes secrets to Event Grid and to the function key inside the deployment.
    enabledForTemplateDeployment: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: private ? 'Deny' : 'Allow'
      ipRules: []
      virtualNetworkRules: []
    }
  }
}

// Who read or changed which key and secret, and from where.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'audit'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

resource dataProtection 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: keyName
  tags: tags
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    // An old version still unwraps what it has wrapped, so links and sessions survive a rotation.
    rotationPolicy: {
      lifetimeActions: [
        { action: { type: 'rotate' }, trigger: { timeAfterCreate: 'P1Y' } }
      ]
    }
  }
}

@onlyIfNotExists()
resource webhook 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: webhookSecretName
  tags: tags
  properties: { value: webhookSecret, contentType: 'Standard Webhooks signing secret' }
}

@onlyIfNotExists()
resource mailEvents 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: mailEventsKeyName
  tags: tags
  properties: { value: mailEventsKey, contentType: 'Header of mail delivery reports' }
}

@onlyIfNotExists()
resource inboundMail 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: inboundMailKeyName
  tags: tags
  properties: { value: inboundMailKey, contentType: 'Header of replies by mail' }
}

@onlyIfNotExists()
resource website 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: websiteKeyName
  tags: tags
  properties: { value: websiteKey, contentType: 'x-functions-key of the website' }
}

@onlyIfNotExists()
resource anchors 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: anchorKeysName
  tags: tags
  properties: { value: anchorKeys, contentType: 'Keys that sign timelines and anchors' }
}

output id string = vault.id
output name string = vault.name
output keyId string = dataProtection.properties.keyUri
output webhookSecretUri string = '${vault.properties.vaultUri}secrets/${webhook.name}'
output mailEventsKeyUri string = '${vault.properties.vaultUri}secrets/${mailEvents.name}'
output inboundMailKeyUri string = '${vault.properties.vaultUri}secrets/${inboundMail.name}'
output websiteKeyUri string = '${vault.properties.vaultUri}secrets/${website.name}'
output anchorKeysUri string = '${vault.properties.vaultUri}secrets/${anchors.name}'
