// A large marketplace: about a hundred thousand live projects, three zones and a second region, only the app reachable from outside.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'production')
param location = readEnvironmentVariable('AZURE_LOCATION', 'francecentral')

param instanceMemoryMB = 2048
param maximumInstances = 200
param alwaysReadyInstances = 2
param zoneRedundant = true
param storageRedundancy = 'Standard_GZRS'
param orchestrations = 'storage'
param privateNetwork = true

// Ask Azure for this quota first: a domain starts with less.
param mailPerMinute = 200
param mailPerHour = 5000
param mailDomain = readEnvironmentVariable('FOLLOWUP_MAIL_DOMAIN', '')
param mailDomainVerified = bool(readEnvironmentVariable('FOLLOWUP_MAIL_DOMAIN_VERIFIED', 'false'))
param departmentPhone = readEnvironmentVariable('FOLLOWUP_DEPARTMENT_PHONE', '+33 1 99 00 00 00')

param publicAddress = readEnvironmentVariable('FOLLOWUP_PUBLIC_ADDRESS', '')
param webhookTarget = readEnvironmentVariable('FOLLOWUP_WEBHOOK_TARGET', '')
param consoleEntraClientId = readEnvironmentVariable('FOLLOWUP_CONSOLE_ENTRA_CLIENT_ID', '')

param retentionDays = 90
param dailyQuotaGb = 10
param alertEmails = filter(split(readEnvironmentVariable('FOLLOWUP_ALERT_EMAILS', ''), ','), email => !empty(email))
param alertOverdueNextActions = 500
