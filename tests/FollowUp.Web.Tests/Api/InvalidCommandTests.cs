using System.Net;

namespace FollowUp.Web.Tests.Api;

public sealed class InvalidCommandTests(ApiHost host) : IClassFixture<ApiHost>
{
    public static TheoryData<string, string[]> BadCommands => new()
    {
        { "{}", ["type"] },
        { """{"type":"fly"}""", ["type"] },
        { """{"type":7}""", ["type"] },
        { """{"type":"add-note","text":"x","amount":1}""", ["amount"] },
        { """{"type":"add-note"}""", ["text"] },
        { """{"type":"add-note","text":" ","visibility":"public"}""", ["visibility"] },
        { """{"type":"add-note","text":" "}""", ["text"] },
        { """{"type":"undo","reason":"x"}""", ["reason"] },
        { """{"type":"record-call"}""", ["outcome"] },
        { """{"type":"record-call","outcome":"maybe"}""", ["outcome"] },
        { """{"type":"record-call","outcome":"not-serious"}""", ["reason"] },
        { """{"type":"record-call","outcome":"not-serious","reason":" "}""", ["reason"] },
        { """{"type":"record-call","outcome":"serious","reason":"x","provider":"PR-1","until":"2027-01-01"}""", ["provider", "reason", "until"] },
        { """{"type":"record-call","outcome":"chose"}""", ["provider"] },
        { """{"type":"record-call","outcome":"chose","provider":"PR-1","amount":-1}""", ["amount"] },
        { """{"type":"record-call","outcome":"serious","amount":4200}""", ["amount"] },
        { """{"type":"record-call","outcome":"chose","provider":"PR-404"}""", ["provider"] },
        { """{"type":"record-call","outcome":"call-back"}""", ["at"] },
        { """{"type":"record-call","outcome":"call-back","at":"2026-11-23T08:00:00+01:00"}""", ["at"] },
        { """{"type":"record-call","outcome":"busy","at":"2026-11-23T10:00:00+01:00"}""", ["at"] },
        { """{"type":"record-call","outcome":"not-now"}""", ["until"] },
        { """{"type":"record-call","outcome":"not-now","until":"2026-11-23"}""", ["until"] },
        { """{"type":"record-call","outcome":"busy","evidence":["budget"]}""", ["evidence"] },
        { """{"type":"record-call","outcome":"serious","evidence":["charm"]}""", ["evidence[0]"] },
        { """{"type":"record-call","outcome":"serious","note":{"visibility":"shared","color":1}}""", ["note.color"] },
        { """{"type":"record-call","outcome":"serious","note":{"visibility":"shared"}}""", ["note.text"] },
        { """{"type":"snooze","until":"2026-11-23","reason":"x","endsOnAnswer":"yes"}""", ["endsOnAnswer"] },
        { """{"type":"snooze","until":"2026-11-23"}""", ["reason", "until"] },
        { """{"type":"snooze","until":"2026-12-23"}""", ["reason"] },
        { """{"type":"send-good-chances"}""", ["provider"] },
        { """{"type":"send-good-chances","provider":"PR-404"}""", ["provider"] },
        { """{"type":"decline-good-chances"}""", ["provider"] },
        { """{"type":"decline-good-chances","provider":"PR-404"}""", ["provider"] },
        { """{"type":"record-reply","at":"2026-11-23T10:00:00+01:00"}""", ["at", "text"] },
        { """{"type":"record-reply","text":"a\u0000b"}""", ["text"] },
        { """{"type":"take-over"}""", ["accept"] },
        { """{"type":"correct-contact"}""", ["phone"] },
        { """{"type":"correct-contact","phone":"12","email":"x"}""", ["email", "phone"] },
        { """{"type":"write-to-client","text":"a"}""", ["subject"] },
        { """{"type":"write-to-client","subject":"a\nb","text":"a"}""", ["subject"] },
        { """{"type":"take-over","accept":"yes"}""", ["accept"] },
        { """{"type":"assign","coordinator":"nobody@demo.example"}""", ["coordinator"] },
        { """{"type":"assign","coordinator":"simon@demo.example"}""", ["coordinator"] },
        { """{"type":"close"}""", ["result"] },
        { """{"type":"close","result":"won","amount":-1}""", ["amount", "provider"] },
        { """{"type":"close","result":"won","provider":"PR-1","reason":"abandoned"}""", ["reason"] },
        { """{"type":"close","result":"dead"}""", ["reason"] },
        { """{"type":"close","result":"dead","reason":"abandoned","onWordOf":"client"}""", ["onWordOf"] },
        { """{"type":"close","result":"dead","reason":"bored","amount":3}""", ["reason"] },
        { """{"type":"close","result":"dead","amount":3}""", ["amount", "reason"] },
        { """{"type":"answer-question","text":"x"}""", ["question"] },
        { """{"type":"approve"}""", ["approve"] },
        { """{"type":"share-fact","fact":"phone","published":1}""", ["fact"] },
        { """{"type":"share-fact","published":1}""", ["published"] },
        { """{"type":"share-fact"}""", ["fact", "published"] },
        { """{"type":"withdraw-note"}""", ["seq"] },
        { """{"type":"add-note","text":"x","visibility":"shared","masking":"no"}""", ["masking"] },
        { """{"text":"x"}""", ["type"] },
        { "[]", ["type"] },
        { "{", ["body"] },
    };

    [Theory]
    [MemberData(nameof(BadCommands))]
    public async Task An_invalid_command_names_its_fields_and_changes_nothing(string command, string[] fields)
    {
        var before = await host.Website.Post("/api/projects", ApiSamples.Project());
        var reply = await host.As(ApiHost.Camille).SendCommand("P-1001", command);

        Assert.Equal(fields, reply.HasProblem(HttpStatusCode.BadRequest, "invalid").ErrorFields);
        Assert.Equal(before.Version, (await host.Website.Get("/api/projects/P-1001")).Version);
    }
}
