using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FollowUp.Web.Api.Commands;
using FollowUp.Web.Api.Complaints;
using FollowUp.Web.Api.Projects;

namespace FollowUp.Web.Api.Requests;

/// <summary>
/// A request as data: without the spacing and the order that it was written in. Digests of it are stored for 90 days, so its form never changes: a
/// member of <see cref="Version1"/> is written even where it is absent, in the order of that table. A member that was added later is written only
/// where it has a value, after the others and in the order of the names, so a request without it has the digest that earlier versions computed.
/// </summary>
static class CanonicalRequestJson
{
    /// <summary>The members of the first version by type. A member is never added here: a later one needs no entry.</summary>
    static readonly Dictionary<Type, string[]> Version1 = new()
    {
        [typeof(SubmitRequest)] = ["id", "title", "description", "category", "language", "budget", "deadline", "client", "submittedAt"],
        [typeof(ClientRequest)] = ["id", "type", "name", "company", "email", "phone", "consentToCall"],
        [typeof(ConsentRequest)] = ["at", "text"],
        [typeof(BudgetRequest)] = ["min", "max", "currency"],
        [typeof(ProviderActionRequest)] = ["provider", "kind", "at"],
        [typeof(SignalRequest)] = ["kind", "provider", "at", "amount"],
        [typeof(QuestionRequest)] = ["provider", "text"],
        [typeof(ComplaintRequest)] = ["from", "project", "text"],
        [typeof(ComplainantRequest)] = ["kind", "id"],
        [typeof(AddNoteRequest)] = ["text", "visibility"],
        [typeof(AnswerQuestionRequest)] = ["question", "text"],
        [typeof(ApproveRequest)] = ["approve"],
        [typeof(AssignRequest)] = ["coordinator"],
        [typeof(CloseRequest)] = ["result", "provider", "amount", "reason"],
        [typeof(DeclineGoodChancesRequest)] = ["provider"],
        [typeof(NoteRequest)] = ["text", "visibility"],
        [typeof(RecordCallRequest)] = ["outcome", "at", "provider", "reason", "until", "evidence", "note"],
        [typeof(RecordReplyRequest)] = ["text", "at"],
        [typeof(ReopenRequest)] = ["reason"],
        [typeof(SendGoodChancesRequest)] = ["provider"],
        [typeof(ShareFactRequest)] = ["fact", "published"],
        [typeof(SnoozeRequest)] = ["until", "reason", "endsOnAnswer"],
        [typeof(TakeOverRequest)] = ["accept"],
        [typeof(UndoRequest)] = [],
    };

    static readonly JsonSerializerOptions Options = BuildOptions();

    /// <summary>The form of a request.</summary>
    /// <typeparam name="T">The type that the endpoint reads: for a command, <see cref="CommandRequest"/>.</typeparam>
    public static string Write<T>(T request) => JsonSerializer.Serialize(request, Options);

    static JsonSerializerOptions BuildOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJsonOptions.Configure(options);
        options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(FreezeMembers);
        options.MakeReadOnly();
        return options;
    }

    static void FreezeMembers(JsonTypeInfo json)
    {
        if (json.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var known = Version1.GetValueOrDefault(json.Type) ?? [];
        var later = json.Properties.Select(member => member.Name).Except(known).Order(StringComparer.Ordinal).ToList();
        foreach (var member in json.Properties)
        {
            if (Array.IndexOf(known, member.Name) is >= 0 and var place)
            {
                member.Order = place;
            }
            else
            {
                member.Order = known.Length + later.IndexOf(member.Name);
                member.ShouldSerialize = static (_, value) => value is not null;
            }
        }
    }
}
