metadata description = 'Key Vault: the key that wraps the Data Protection keys, and the three secrets that are shared with others.'

@minLength(3)
@maxLength(24)
param name string

param location string
param tags object

@description('Whether the vault answers inside the virtual network only.')
param private bool

param keyName string
param webhookSecretName string
param mailEventsKeyName string
param inboundMailKeyName string
param websiteKeyName string

@description('Signs the webhooks to the website; used the first time only.')
@secure()
param webhookSecret string

@description('Carried by mail delivery reports; used the first time only.')
@secure()
param mailEventsKey string

@description('Shown by the mail gateway with each reply; used the first time only.')
@secure()
param inboundMailKey string

@description('Opens the API to the website; used the first time only.')
@secure()
param websiteKey string

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
    // mail-events.bicep hands the key of the delivery reports to Event Grid without anybody reading it.
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

resource dataProtection 'Microsoft.KeyVault/vaults/keys@2024-11-01' = {
  parent: vault
  name: keyName
  tags: tags
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    // An old version stays usable for what it has wrapped, so live links and sessions outlast a rotation.
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

output id string = vault.id
output name string = vault.name
output keyId string = dataProtection.properties.keyUri
output webhookSecretUri string = '${vault.properties.vaultUri}secrets/${webhook.name}'
output mailEventsKeyUri string = '${vault.properties.vaultUri}secrets/${mailEvents.name}'
output inboundMailKeyUri string = '${vault.properties.vaultUri}secrets/${inboundMail.name}'
output websiteKeyUri string = '${vault.properties.vaultUri}secrets/${website.name}'
