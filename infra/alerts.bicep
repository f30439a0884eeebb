metadata description = 'Who is woken, and for what. The figures are those of FollowUp.Application/Observing/Metrics.cs.'

param actionGroupName string
param location string
param tags object
param workspaceId string

@description('Addresses that the alerts go to.')
param emails string[]

@description('Overdue next actions that are no longer ordinary.')
@minValue(1)
param overdueNextActions int

@description('Minutes that the oldest mail or webhook may wait.')
@minValue(15)
@maxValue(1440)
param outboxMinutes int

@description('Percent of the mail budget after which somebody should ask for a larger one.')
@minValue(50)
@maxValue(100)
param mailBudgetPercent int

type alarm = {
  name: string
  title: string

  @description('What it means, and the first thing to look at.')
  description: string

  @description('0 wakes people at night, 2 can wait for the morning.')
  severity: 0 | 1 | 2

  metric: string

  @description('How the figures of the window become one.')
  figure: string

  operator: 'GreaterThan' | 'LessThan'
  threshold: int
  window: 'PT30M' | 'PT1H'
}

var alarms alarm[] = [
  {
    name: 'overdue-next-actions'
    title: 'Next actions are overdue'
    description: 'Clients are waiting. Either people are away (console, staff and absences) or projects are not woken (see the watchdog).'
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
    description: 'The oldest message waits too long. Look at the mail service and the website first: nothing is lost, it leaves when they answer.'
    severity: 1
    metric: 'followup.outbox.age'
    figure: 'max(Max)'
    operator: 'GreaterThan'
    threshold: outboxMinutes * 60
    window: 'PT30M'
  }
  {
    name: 'mail-budget-spent'
    title: 'The mail budget is nearly spent'
    description: 'Relaunches are held back so that validation mails leave. Ask the mail service for a larger quota and raise mailPerHour.'
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
    description: 'The watchdog restarts them; one that fails again and again is a fault in the code. Look at the exceptions of the last hour.'
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
    description: 'No round for half an hour: the app does not run, or its timers do not. Nothing is lost, nothing moves by itself either.'
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
      // The figures' table is empty until the app has run once.
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
