using System.Collections.Immutable;
using FollowUp.Application.Ports;
using FollowUp.Domain.Outbox;

namespace FollowUp.Delivery.Tests;

static class MailSamples
{
    public static OutgoingMail Of(MessageKind? kind, string project = "P-1", string to = "jeanne@client.example") => new(
        $"{project}.1.{kind}", project, to, "Jeanne Martin", "Suivi Projet", "suivi@department.example", "Votre projet", "Bonjour", "<p>Bonjour</p>",
        ImmutableDictionary<string, string>.Empty, [])
    {
        Kind = kind,
    };
}
