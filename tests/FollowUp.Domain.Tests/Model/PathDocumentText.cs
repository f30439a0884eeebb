namespace FollowUp.Domain.Tests.Model;

/// <summary>The text between the tables of docs/path.md.</summary>
static class PathDocumentText
{
    public const string Beginning = """
        # The path of a project

        A client posts a project on the website. A coordinator calls, and validates the project if it is serious. Then the client is relaunched, by mail and
        phone in turn, until the project is won or dead. A silent client gets a warning; then the project becomes dormant, with a light mail a quarter. At any
        time an open project has exactly one **next action**: what, when, by whom, and why then. The client decides: no rule, no timer and no member of staff
        picks a provider for them, and no timer closes a validated project.

        Each arrow names its cause: the **client** by a link in a mail, a **call** that reached the client or not, the **website**, **staff**, or **time**
        alone. In every state the client may also ask for a pause or for a call. These two apply on top of a state and are not in the picture.

        """;

    public const string Lives = """

        ## Four lives

        Days and hours computed by the rules, for projects posted on Monday 23 November 2026 at 9:00. "What is next" is the sentence that people read on
        their screens.

        """;

    public const string States = """

        ## States

        What each state means, and its possible next actions.

        """;

    public const string Anywhere = """

        ## From every open state

        These lead to the same state from every open state. Text in brackets applies in some cases only: a mail goes only to a client who accepts mails, a
        dormant project is woken first, a pause that answers end has ended. Messages of a closing leave after the ten minutes in which it can be undone.

        """;

    public const string OneByOne = """

        ## State by state

        Transitions whose result depends on the state. "The state under it" is the state to which a pause or an agreed call applies: it reacts as it would
        without them.

        """;

    public const string Rights = """

        ## Who may do what

        Checked before anything else, for every endpoint. A coordinator follows their own projects and those of the person they stand in for. Time is the
        clock, the calendar of absences and the mail service's reports; no person is behind it. A dash is the refusal `not-allowed`.

        | command | website | the client | coordinator in charge | another coordinator | manager | sales | provider | time |
        |---|---|---|---|---|---|---|---|---|

        """;

    public const string Refusals = """

        ## Refusals

        A refusal is an answer with a code and a sentence. It changes nothing. These occur when the caller has the right, but the command does not fit the
        state or has a wrong value.

        | code | sentence | when |
        |---|---|---|

        """;

    public const string End = """

        ---

        This page is generated from the rules by the model check and compared with them in every test run, so a changed rule shows here as a changed
        line. To write it again: `FOLLOWUP_WRITE_PATH=1 dotnet test --project tests/FollowUp.Domain.Tests -- --filter-class "*PathDocumentTests"`.

        """;
}
