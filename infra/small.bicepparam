// A small marketplace: about a thousand live projects. No instance runs while there are no requests.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'trial')
param location = readEnvironmentVariable('AZURE_LOCATION', 'francecentral')

param instanceMemoryMB = 2048
param maximumInstances = 40
param alwaysReadyInstances = 0
param storageRedundancy = 'Standard_ZRS'
param orchestrations = 'storage'
param privateNetwork = false

// The quota that a customer's domain starts with.
param mailPerMinute = 30
param mailPerHour = 100
param mailDomain = readEnvironmentVariable('FOLLOWUP_MAIL_DOMAIN', '')
param mailDomainVerified = bool(readEnvironmentVariable('FOLLOWUP_MAIL_DOMAIN_VERIFIED', 'false'))
param departmentPhone = readEnvironmentVariable('FOLLOWUP_DEPARTMENT_PHONE', '+33 1 99 00 00 00')

param publicAddress = readEnvironmentVariable('FOLLOWUP_PUBLIC_ADDRESS', '')
param webhookTarget = readEnvironmentVariable('FOLLOWUP_WEBHOOK_TARGET', '')
param consoleEntraClientId = readEnvironmentVariable('FOLLOWUP_CONSOLE_ENTRA_CLIENT_ID', '')

param retentionDays = 30
param dailyQuotaGb = 1
param alertEmails = filter(split(readEnvironmentVariable('FOLLOWUP_ALERT_EMAILS', ''), ','), email => !empty(email))
param alertOverdueNextActions = 20
