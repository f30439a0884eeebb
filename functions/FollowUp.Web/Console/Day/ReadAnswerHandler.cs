using System.Globalization;
using System.Text;
using FollowUp.Application.Ports;
using FollowUp.Application.Serialization;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Text;
using FollowUp.Web.Shared.FormInput;
using FollowUp.Web.Shared.Http;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Web.Console.Day;

/// <summary>Marks a client's answer as read, from the day page. Whoever may leave a note on the project may do so.</summary>
sealed class ReadAnswerHandler(ReadAnswers answers, IProjectStore store, IAuditLog audit)
{
    public async Task<IResult> Mark(ConsoleVisit visit, HttpContext context)
    {
        var form = await context.ReadPostedForm();
        var back = form["back"] is { Length: < 200 } query && query.StartsWith('?') && Ascii.IsValid(query) && !query.Any(char.IsControl)
            ? ConsoleAddresses.Day + query
            : ConsoleAddresses.Day;
        if (!form.HasValidToken || form["read"].LastIndexOf(':') is not (> 0 and var colon))
        {
            return Results.Extensions.SeeOther(back);
        }

        var (id, text) = (form["read"][..colon], form["read"][(colon + 1)..]);
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) || await store.Load(id, context.RequestAborted) is not { } stored)
        {
            return Results.Extensions.SeeOther(back);
        }

        if (Charter.GetRefusal(stored.Project, new AddNote(new FreeText(null), Visibility.Internal), visit.Actor) is { } refusal)
        {
            await audit.Write(
                new AuditEntry(visit.Days.Now, id, Kebab.Case(visit.Actor.Role), visit.Actor.Id, "read-answer", refusal.Code), context.RequestAborted);
            return ConsoleResults.Refuse(visit, refusal);
        }

        await answers.Mark(stored.Project, version, visit.Days.Now, context.RequestAborted);
        return Results.Extensions.SeeOther(back);
    }
}
