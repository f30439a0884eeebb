namespace FollowUp.Domain.Tests.Model;

/// <summary>The sentences between the tables of the document of the path.</summary>
static class PathDocumentText
{
    public const string Beginning = """
        # The path of a project

        A client posts a project on the website. A coordinator calls, and validates it when it is serious. From then on the client is relaunched, by mail
        and phone in turn, until the project is won or dead. A client who stays silent is warned and then left asleep, with a light mail a quarter. At any
        instant an open project has exactly one **next action**: what, when, by whom, and why then. The client is master of the decision: no rule, no timer
        and no member of staff picks a provider for them, and no timer closes a project that was validated.

        Each arrow says who makes it happen: the **client** by a link in a mail, a **call** that reached the client or did not, the **website**, **staff**,
        or **time** by itself. In every state the client may also ask for a pause or for a call; those two lie over the states and are left out of the picture.

        """;

    public const string Lives = """

        ## Four lives

        Days and hours as the rules give them, for projects posted on Monday 23 November 2026 at 9:00. "What is next" is the sentence that people read on
        their screens.

        """;

    public const string States = """

        ## States

        What each means, and what the next action may be in it.

        """;

    public const string Anywhere = """

        ## From every open state

        These lead to the same place wherever the project is open. What stands in brackets happens in some of the cases only: a mail leaves only to a client who takes mails, a
        sleeping project wakes first, a pause that answers end is over. What a closing owes leaves when the ten minutes are over in which it can be taken back.

        """;

    public const string OneByOne = """

        ## State by state

        What leads elsewhere from here than from another state. "The state under it" is the one that a pause or an agreed call lies over: it takes the news as
        it would without them.

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

    public const string End = """

        ---

        This page is generated from the rules by the model check and compared with them in every test run: a changed rule shows here as a changed
        line. To write it anew: `FOLLOWUP_WRITE_PATH=1 dotnet test --project tests/FollowUp.Domain.Tests -- --filter-class "*PathDocumentTests"`.

        """;
}
