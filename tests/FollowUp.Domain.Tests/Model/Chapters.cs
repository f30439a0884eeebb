namespace FollowUp.Domain.Tests.Model;

/// <summary>The sentences between the tables of the document of the path.</summary>
static class Chapters
{
    public const string Beginning = """
        # The path of a project

        This page is generated from the rules by the model check and compared with them in every test run: a changed rule shows here as a changed
        line. To write it anew: `FOLLOWUP_WRITE_PATH=1 dotnet test --project tests/FollowUp.Domain.Tests -- --filter-class "*PathDocumentTests"`.

        A client posts a project. A coordinator calls, and validates it when it is serious. From then on the client is relaunched until the project is won
        or dead; a client who stays silent is warned, then left asleep with a mail a quarter. At any instant an open project has exactly one next action:
        what, when, by whom, and why then. The client is master of the decision: no rule and no timer picks a provider or closes a validated project.

        Each arrow says who makes it happen: the **client** by a link, a **call** that reached the client or did not, the **website**, **staff**, or **time**.

        """;

    public const string States = """

        ## States

        What stands in brackets happens in some of the cases only: a mail follows the first, third and last attempt, a new cadence is taken when there is
        one, a mail is owed only to a client who takes mails. What a closing owes leaves after the ten minutes in which it can be taken back.
        "Webhook" tells the website where the project stands.

        """;

    public const string Rights = """

        ## Who may do what

        Decided before anything else, so that every door obeys it. A coordinator follows their own projects and those of the person they stand in for.
        Time is the clock, the calendar of absences and the mail service's reports: nobody decides there. A dash is the refusal `not-allowed`.

        | command | website | the client | coordinator in charge | another coordinator | manager | sales | provider | time |
        |---|---|---|---|---|---|---|---|---|

        """;

    public const string Refusals = """

        ## Refusals

        A refusal is an answer, with a code and a sentence; it moves nothing. These come up where the one who asks may ask, but not now or not like that.

        | code | sentence | when |
        |---|---|---|

        """;
}
