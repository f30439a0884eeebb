metadata description = 'The alerts, and who gets them. The metrics are those of FollowUp.Application/Monitoring/Metrics.cs.'

param actionGroupName string
param location string
param tags object
param workspaceId string

@description('Addresses that the alerts go to.')
param emails string[]

@description('The number of overdue next actions above which the alert fires.')
@minValue(1)
param overdueNextActions int

@description('Minutes that the oldest mail or webhook may wait before the alert fires.')
@minValue(15)
@maxValue(1440)
param outboxMinutes int

@description('Percent of the mail quota above which the alert fires.')
@minValue(50)
@maxValue(100)
param mailBudgetPercent int

type alarm = {
  name: string
  title: string

  @description('What it means, and the first thing to look at.')
  description: string

  @description('0: act at once, also at night. 1: act today. 2: act on the next working day.')
  severity: 0 | 1 | 2

  metric: string

  @description('The aggregation over the window.')
  figure: string

  operator: 'GreaterThan' | 'LessThan'
  threshold: int
  window: 'PT30M' | 'PT1H'
}

var alarms alarm[] = [
  {
    name: 'overdue-next-actions'
    title: 'Next actions are overdue'
    description: 'Clients are waiting. Either staff are away, or projects are not woken: look at each coordinator\'s day, then at the watchdog.'
    severity: 2
    metric: 'followup.next_actions.overdue'
    figure: 'max(Max)'
    operator: 'GreaterThan'
    threshold: overdueNextActions
    window: 'PT1H'
  }
  {
    name: 'outbox-age'
    title: 'Mails or webhooks do not leave'
    description: 'The oldest message waits too long. Look at the mail service and the website first. Nothing is lost: it is sent when they accept it.'
    severity: 1
    metric: 'followup.outbox.age'
    figure: 'max(Max)'
    operator: 'GreaterThan'
    threshold: outboxMinutes * 60
    window: 'PT30M'
  }
  {
    name: 'mail-budget-spent'
    title: 'The mail quota is nearly used up'
    description: 'Relaunches wait so that validation mails leave. Ask the mail service for a larger quota, then raise mailPerMinute and mailPerHour.'
    severity: 2
    metric: 'followup.mail.budget_spent'
    figure: 'max(Max) * 100'
    operator: 'GreaterThan'
    threshold: mailBudgetPercent
    window: 'PT1H'
  }
  {
    name: 'failed-orchestrations'
    title: 'Orchestrations have failed'
    description: 'The watchdog has restarted them. One that fails repeatedly is a fault in the code: look at the exceptions of the last hour.'
    severity: 1
    metric: 'followup.orchestrations.failed'
    figure: 'sum(Sum)'
    operator: 'GreaterThan'
    threshold: 0
    window: 'PT1H'
  }
  {
    name: 'no-heartbeat'
    title: 'The watchdog is silent'
    description: 'No round for half an hour: the app or its timers do not run. Nothing is lost, but nothing happens by itself.'
    severity: 0
    metric: 'followup.watchdog.heartbeat'
    figure: 'count()'
    operator: 'LessThan'
    threshold: 1
    window: 'PT30M'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'FollowUp'
    emailReceivers: [
      for (email, i) in emails: { name: 'person-${i + 1}', emailAddress: email, useCommonAlertSchema: true }
    ]
  }
}

resource alert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alarm in alarms: {
    name: alarm.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alarm.title
      description: alarm.description
      severity: alarm.severity
      enabled: true
      autoMitigate: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT15M'
      windowSize: alarm.window
      // The metrics table is empty until the app has run once.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: 'AppMetrics | where Name == "${alarm.metric}" | summarize Value = ${alarm.figure}'
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: alarm.operator
            threshold: alarm.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]
