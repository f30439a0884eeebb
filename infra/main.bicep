targetScope = 'subscription'

metadata name = 'FollowUp'
metadata description = 'A marketplace\'s project follow-up: function app, storage, mail, keys, alerts.'

// ----------------------------------------------------------------------------------------------- environment and region

@description('The environment: part of every name, and a tag on every resource.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('The region. All allowed ones are in Europe, because the data are personal.')
@allowed([
  'francecentral'
  'germanywestcentral'
  'italynorth'
  'northeurope'
  'norwayeast'
  'polandcentral'
  'spaincentral'
  'swedencentral'
  'switzerlandnorth'
  'uksouth'
  'westeurope'
])
@metadata({ azd: { type: 'location' } })
param location string

@description('Further tags: a cost centre, an owner.')
param extraTags object = {}

// ----------------------------------------------------------------------------------------------------------------- size

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Instances at most.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Always-ready instances for website, links and console; 0: the first request after a pause takes some seconds.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@description('Whether the app runs in several zones of its region. Its storage must then be zone-redundant too.')
param zoneRedundant bool = false

@description('Copies of projects and orchestrations: LRS in one building, ZRS in three, GRS and GZRS in a second region as well.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

// ------------------------------------------------------------------------------------------------------- orchestrations

@description('What orchestrations run on: the hub in a storage account of their own, or a Durable Task Scheduler.')
@allowed(['storage', 'scheduler'])
param orchestrations string = 'storage'

@description('The name of the hub. A new name starts an empty hub; the watchdog then starts every open project in it.')
@minLength(3)
@maxLength(45)
param taskHubName string = 'followup'

@description('Scheduler only: Consumption is billed by action, Dedicated by capacity unit.')
@allowed(['Consumption', 'Dedicated'])
param schedulerSku string = 'Consumption'

@description('Scheduler only: days that finished orchestrations stay readable. Consumption keeps them 30 days at most.')
@minValue(1)
@maxValue(90)
param schedulerRetentionDays int = 30

// -------------------------------------------------------------------------------------------------------------- network

@description('Whether storage and vault answer inside a virtual network only, through private endpoints.')
param privateNetwork bool = false

@description('Private network only: its own addresses, a private range of 512 or more.')
@minLength(9)
@maxLength(18)
param networkRange string = '10.83.0.0/23'

// ----------------------------------------------------------------------------------------------------------------- mail

@description('Where the mail service keeps data at rest.')
@allowed(['Europe', 'France', 'Germany', 'Norway', 'Switzerland', 'UK'])
param mailDataLocation string = 'France'

@description('The domain that mails come from; empty: one that Azure owns, for trials only (few mails, a generated address).')
param mailDomain string = ''

@description('Whether the DNS records of the domain are published and verified. Until then mails come from the domain that Azure owns.')
param mailDomainVerified bool = false

@description('The part of the sender before the @.')
@minLength(1)
@maxLength(63)
param mailSenderName string = 'suivi'

@description('The name of the sender.')
@minLength(1)
@maxLength(63)
param mailSenderDisplayName string = 'Suivi projet'

@description('The header into which a proxy in front writes the address of a caller, such as X-Azure-SocketIP of Front Door; empty: none is believed.')
param callerHeader string = ''

@description('Which address of that header is the caller\'s, counted from the end.')
@minValue(1)
param callerHop int = 1

@description('The domain of reply addresses (suivi+token@); empty: the domain of the sender.')
param replyDomain string = ''

@description('The department\'s phone number in mails.')
@minLength(6)
@maxLength(30)
param departmentPhone string

@description('The mail quota of any minute.')
@minValue(1)
@maxValue(2000)
param mailPerMinute int = 30

@description('The mail quota of any hour.')
@minValue(1)
@maxValue(100000)
param mailPerHour int = 100

// --------------------------------------------------------------------------------------------------- addresses and keys

@description('The https address with which links in mails begin; empty: the one that Azure gives the app.')
param publicAddress string = ''

@description('The website\'s https address for webhooks; empty: no webhooks.')
param webhookTarget string = ''

@description('Signs the webhooks. Used at the first deployment only; later the value in the vault counts.')
@secure()
param webhookSecret string = 'whsec_${base64(replace('${newGuid()}${newGuid()}', '-', ''))}'

@description('The key that mail delivery reports carry. Used at the first deployment only; later the value in the vault counts.')
@secure()
param mailEventsKey string = replace('${newGuid()}${newGuid()}', '-', '')
@description('The key that the mail gateway sends with each message. Used at the first deployment only; later the value in the vault counts.')
@secure()
param inboundMailKey string = replace('${newGuid()}${newGuid()}', '-', '')

@description('The website\'s API key. Used at the first deployment only; later the value in the vault counts.')
@secure()
param websiteKey string = replace('${newGuid()}${newGuid()}', '-', '')

@description('The key that signs timelines and anchors. Used at the first deployment only; later the value in the vault counts.')
@secure()
param anchorKeys string = '${utcNow('yyyy-MM-ddTHH:mm:ss')}Z ${base64(replace('${newGuid()}${newGuid()}', '-', ''))}'

@description('The Entra ID application that staff sign in with before they reach the console; empty: the mailed link alone.')
param consoleEntraClientId string = ''

// ---------------------------------------------------------------------------------------------------------- monitoring

@description('Days that logs and metrics are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int = 90

@description('Gigabytes of logs a day after which ingestion stops until the next day.')
@minValue(1)
@maxValue(500)
param dailyQuotaGb int = 1

@description('Addresses that the alerts go to.')
param alertEmails string[] = []

@description('The number of overdue next actions above which the alert fires.')
@minValue(1)
param alertOverdueNextActions int = 20

@description('Minutes that the oldest mail or webhook may wait before the alert fires.')
@minValue(15)
@maxValue(1440)
param alertOutboxMinutes int = 60

@description('Percent of the mail quota above which the alert fires.')
@minValue(50)
@maxValue(100)
param alertMailBudgetPercent int = 90

// -------------------------------------------------------------------------------------------- checks over several values

var scheduled = orchestrations == 'scheduler'

var faults = filter(
  [
    scheduled && !privateNetwork
      ? 'orchestrations: the scheduler is reached through a private endpoint only; set privateNetwork.'
      : ''
    scheduled && schedulerSku == 'Consumption' && schedulerRetentionDays > 30
      ? 'schedulerRetentionDays: Consumption keeps finished orchestrations 30 days at most.'
      : ''
    zoneRedundant && contains(['Standard_LRS', 'Standard_GRS'], storageRedundancy)
      ? 'storageRedundancy: an app in several zones needs ZRS or GZRS.'
      : ''
    zoneRedundant && alwaysReadyInstances == 1 ? 'alwaysReadyInstances: one instance is in one zone; take none, or two and more.' : ''
    mailDomainVerified && empty(mailDomain) ? 'mailDomainVerified: there is no mailDomain to have verified.' : ''
    mailPerHour < mailPerMinute ? 'mailPerHour: must not be less than mailPerMinute.' : ''
    !empty(publicAddress) && !startsWith(publicAddress, 'https://') ? 'publicAddress: must begin with https://.' : ''
    endsWith(publicAddress, '/') ? 'publicAddress: must not end with a slash.' : ''
    !empty(webhookTarget) && !startsWith(webhookTarget, 'https://') ? 'webhookTarget: must begin with https://.' : ''
  ],
  fault => !empty(fault)
)

var environmentChecked = empty(faults) ? environmentName : fail(join(faults, ' '))

// ---------------------------------------------------------------------------------------------------------------- names

var short = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = union(extraTags, { 'azd-env-name': environmentChecked, application: 'followup' })
var names = {
  actionGroup: '${short.actionGroup}${token}'
  app: '${short.functionApp}${token}'
  communication: '${short.communicationService}${token}'
  email: '${short.emailService}${token}'
  hubStorage: '${short.storageHub}${token}'
  identity: '${short.identity}${token}'
  insights: '${short.applicationInsights}${token}'
  mailTopic: '${short.eventGridTopic}${token}'
  network: '${short.network}${token}'
  packageIdentity: '${short.identity}package-${token}'
  packageStorage: '${short.storagePackage}${token}'
  plan: '${short.plan}${token}'
  projectStorage: '${short.storageProjects}${token}'
  scheduler: '${short.scheduler}${token}'
  securityGroup: '${short.securityGroup}${token}'
  vault: '${short.keyVault}${token}'
  workspace: '${short.workspace}${token}'
}
var packageContainer = 'app-package'
var keyName = 'data-protection'
var webhookSecretName = 'webhook-secret'
var mailEventsKeyName = 'mail-events-key'
var inboundMailKeyName = 'inbound-mail-key'
var websiteKeyName = 'website-key'
var anchorKeysName = 'anchor-keys'

// ------------------------------------------------------------------------------------------------------------ resources

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: '${short.resourceGroup}${environmentChecked}'
  location: location
  tags: tags
}

module identity 'identity.bicep' = {
  scope: group
  name: 'identity'
  params: { name: names.identity, location: location, tags: tags }
}

// The platform reads the app's package with it. The app itself is given no setting that names it.
module packageIdentity 'identity.bicep' = {
  scope: group
  name: 'package-identity'
  params: { name: names.packageIdentity, location: location, tags: tags }
}

module monitoring 'monitoring.bicep' = {
  scope: group
  name: 'monitoring'
  params: {
    workspaceName: names.workspace
    insightsName: names.insights
    location: location
    tags: tags
    retentionDays: retentionDays
    dailyQuotaGb: dailyQuotaGb
  }
}

// The hub's data can be made again from the projects' tables, so its account may be deleted; the projects' may not. The package is apart, because the app may write
// every blob of the hub's account.
module hubStorage 'storage.bicep' = {
  scope: group
  name: 'hub-storage'
  params: {
    name: names.hubStorage
    location: location
    tags: tags
    redundancy: storageRedundancy
    private: privateNetwork
  }
}

module packageStorage 'storage.bicep' = {
  scope: group
  name: 'package-storage'
  params: {
    name: names.packageStorage
    location: location
    tags: tags
    redundancy: storageRedundancy
    private: privateNetwork
    containers: [packageContainer]
  }
}

module projectStorage 'storage.bicep' = {
  scope: group
  name: 'project-storage'
  params: {
    name: names.projectStorage
    location: location
    tags: tags
    redundancy: storageRedundancy
    private: privateNetwork
  }
}

module vault 'vault.bicep' = {
  scope: group
  name: 'vault'
  params: {
    name: names.vault
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    private: privateNetwork
    keyName: keyName
    webhookSecretName: webhookSecretName
    webhookSecret: webhookSecret
    mailEventsKeyName: mailEventsKeyName
    inboundMailKeyName: inboundMailKeyName
    mailEventsKey: mailEventsKey
    inboundMailKey: inboundMailKey
    websiteKeyName: websiteKeyName
    websiteKey: websiteKey
    anchorKeysName: anchorKeysName
    anchorKeys: anchorKeys
  }
}

module mail 'mail.bicep' = {
  scope: group
  name: 'mail'
  params: {
    communicationName: names.communication
    emailName: names.email
    topicName: names.mailTopic
    tags: tags
    dataLocation: mailDataLocation
    domain: mailDomain
    domainVerified: mailDomainVerified
    senderName: mailSenderName
    senderDisplayName: mailSenderDisplayName
  }
}

module scheduler 'scheduler.bicep' = if (scheduled) {
  scope: group
  name: 'scheduler'
  params: {
    name: names.scheduler
    taskHubName: taskHubName
    location: location
    tags: tags
    sku: schedulerSku
    retentionDays: schedulerRetentionDays
  }
}

module network 'network.bicep' = if (privateNetwork) {
  scope: group
  name: 'network'
  params: {
    name: names.network
    securityGroupName: names.securityGroup
    location: location
    tags: tags
    range: networkRange
  }
}

module privateBlobs 'private-endpoint.bicep' = if (privateNetwork) {
  scope: group
  name: 'private-blobs'
  params: {
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
    location: location
    tags: tags
    zoneName: 'privatelink.blob.${environment().suffixes.storage}'
    service: 'blob'
    endpoints: [
      { name: '${short.privateEndpoint}hub-blob-${token}', resourceId: hubStorage.outputs.id }
      { name: '${short.privateEndpoint}package-blob-${token}', resourceId: packageStorage.outputs.id }
    ]
  }
}

module privateQueues 'private-endpoint.bicep' = if (privateNetwork) {
  scope: group
  name: 'private-queues'
  params: {
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
    location: location
    tags: tags
    zoneName: 'privatelink.queue.${environment().suffixes.storage}'
    service: 'queue'
    endpoints: [{ name: '${short.privateEndpoint}hub-queue-${token}', resourceId: hubStorage.outputs.id }]
  }
}

module privateTables 'private-endpoint.bicep' = if (privateNetwork) {
  scope: group
  name: 'private-tables'
  params: {
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
    location: location
    tags: tags
    zoneName: 'privatelink.table.${environment().suffixes.storage}'
    service: 'table'
    endpoints: [
      { name: '${short.privateEndpoint}hub-table-${token}', resourceId: hubStorage.outputs.id }
      { name: '${short.privateEndpoint}projects-table-${token}', resourceId: projectStorage.outputs.id }
    ]
  }
}

module privateVault 'private-endpoint.bicep' = if (privateNetwork) {
  scope: group
  name: 'private-vault'
  params: {
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
    location: location
    tags: tags
    zoneName: 'privatelink.vaultcore.azure.net'
    service: 'vault'
    endpoints: [{ name: '${short.privateEndpoint}vault-${token}', resourceId: vault.outputs.id }]
  }
}

module privateScheduler 'private-endpoint.bicep' = if (privateNetwork && scheduled) {
  scope: group
  name: 'private-scheduler'
  params: {
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointsSubnetId
    location: location
    tags: tags
    zoneName: 'privatelink.durabletask.io'
    service: 'scheduler'
    endpoints: [{ name: '${short.privateEndpoint}scheduler-${token}', resourceId: scheduler!.outputs.id }]
  }
}

module roles 'roles.bicep' = {
  scope: group
  name: 'roles'
  params: {
    identityName: names.identity
    packageIdentityName: names.packageIdentity
    packageStorageName: names.packageStorage
    hubStorageName: names.hubStorage
    projectStorageName: names.projectStorage
    vaultName: names.vault
    keyName: keyName
    webhookSecretName: webhookSecretName
    mailEventsKeyName: mailEventsKeyName
    inboundMailKeyName: inboundMailKeyName
    websiteKeyName: websiteKeyName
    anchorKeysName: anchorKeysName
    communicationName: names.communication
    insightsName: names.insights
    schedulerName: scheduled ? names.scheduler : ''
    taskHubName: taskHubName
  }
  dependsOn: [identity, packageIdentity, packageStorage, hubStorage, projectStorage, vault, mail, monitoring, scheduler]
}

module app 'function-app.bicep' = {
  scope: group
  name: 'function-app'
  params: {
    planName: names.plan
    name: names.app
    location: location
    tags: tags
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    zoneRedundant: zoneRedundant
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    packageIdentityId: packageIdentity.outputs.id
    packageContainerUri: '${packageStorage.outputs.blobEndpoint}${packageContainer}'
    subnetId: privateNetwork ? network!.outputs.appSubnetId : ''
    consoleEntraClientId: consoleEntraClientId
    settings: union(
      {
        AzureWebJobsStorage__accountName: hubStorage.outputs.name
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.outputs.clientId
        AzureWebJobsDisableHomepage: 'true'
        AZURE_CLIENT_ID: identity.outputs.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
        // The Functions host would record the paths of links with their tokens. The worker records requests itself, without them.
        OTEL_TRACES_SAMPLER: 'always_off'
        TASKHUB_NAME: taskHubName
        FollowUpTables__serviceUri: projectStorage.outputs.tableEndpoint
        PublicBase: empty(publicAddress) ? 'https://${names.app}.azurewebsites.net' : publicAddress
        KeyVault__KeyId: vault.outputs.keyId
        Mail__Endpoint: mail.outputs.endpoint
        Mail__From: mail.outputs.sender
        Mail__FromAddress: mail.outputs.sender
        Mail__ReplyDomain: empty(replyDomain) ? split(mail.outputs.sender, '@')[1] : replyDomain
        Mail__DepartmentName: mailSenderDisplayName
        Mail__DepartmentPhone: departmentPhone
        Mail__PerMinute: string(mailPerMinute)
        Mail__PerHour: string(mailPerHour)
        MailEvents__Key: '@Microsoft.KeyVault(SecretUri=${vault.outputs.mailEventsKeyUri})'
        InboundMail__Key: '@Microsoft.KeyVault(SecretUri=${vault.outputs.inboundMailKeyUri})'
        Caller__Header: callerHeader
        Caller__Hop: string(callerHop)
        Webhook__Target: webhookTarget
        WebsiteKey: '@Microsoft.KeyVault(SecretUri=${vault.outputs.websiteKeyUri})'
        Anchors__Keys: '@Microsoft.KeyVault(SecretUri=${vault.outputs.anchorKeysUri})'
        // Only the host of the target address.
        Webhook__AllowedHosts: empty(webhookTarget) ? '' : split(split(webhookTarget, '/')[2], ':')[0]
        Webhook__Secret: '@Microsoft.KeyVault(SecretUri=${vault.outputs.webhookSecretUri})'
      },
      scheduled
        ? {
            AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
            AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
            DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.outputs.clientId}'
          }
        : {}
    )
  }
  // Without the roles the app starts and its own storage refuses it.
  dependsOn: [roles, privateBlobs, privateQueues, privateTables, privateVault, privateScheduler]
}

module alerts 'alerts.bicep' = {
  scope: group
  name: 'alerts'
  params: {
    actionGroupName: names.actionGroup
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    emails: alertEmails
    overdueNextActions: alertOverdueNextActions
    outboxMinutes: alertOutboxMinutes
    mailBudgetPercent: alertMailBudgetPercent
  }
}

// ---------------------------------------------------------------------------------- outputs, for the hooks and for people

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_TENANT_ID string = tenant().tenantId
output FOLLOWUP_APP_NAME string = app.outputs.name
output FOLLOWUP_APP_ADDRESS string = app.outputs.address
output FOLLOWUP_KEY_VAULT string = vault.outputs.name
output FOLLOWUP_MAIL_TOPIC string = mail.outputs.topicName
output FOLLOWUP_MAIL_ENDPOINT string = mail.outputs.endpoint
output FOLLOWUP_MAIL_SENDER string = mail.outputs.sender
output FOLLOWUP_MAIL_DNS_RECORDS object = mail.outputs.dnsRecords
output FOLLOWUP_PACKAGE_PRINCIPAL string = packageIdentity.outputs.principalId
output FOLLOWUP_PACKAGE_STORAGE string = packageStorage.outputs.id
output FOLLOWUP_TABLES string = projectStorage.outputs.tableEndpoint
output TASKHUB_NAME string = taskHubName
