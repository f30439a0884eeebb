using System.Collections.Immutable;
using FollowUp.Application;
using FollowUp.Application.Json;
using FollowUp.Domain.Cadences;
using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Storage.Tests.Given;

namespace FollowUp.Storage.Tests.Json;

public class RecordJsonTests
{
    [Fact]
    public void Projects_read_back_as_they_were_written() => ReadBack<Project>(ProjectJson.Write, ProjectJson.ReadProject);

    [Fact]
    public void Dossiers_read_back_as_they_were_written() => ReadBack<Dossier>(ProjectJson.Write, ProjectJson.ReadDossier);

    [Fact]
    public void Messages_read_back_as_they_were_written() => ReadBack<OutboxMessage>(ProjectJson.Write, ProjectJson.ReadMessage);

    [Fact]
    public void Staff_read_back_as_they_were_written() => ReadBack<Staff>(ProjectJson.Write, ProjectJson.ReadStaff);

    [Fact]
    public void Providers_read_back_as_they_were_written() => ReadBack<ProviderCard>(ProjectJson.Write, ProjectJson.ReadProvider);

    [Fact]
    public void Mails_read_back_as_they_were_written() => ReadBack<OutgoingMail>(ProjectJson.Write, ProjectJson.ReadMail);

    [Fact]
    public void Cadences_read_back_as_they_were_written() => Assert.Equal(
        Shape.Of(DefaultCadence.Initial), Shape.Of(ProjectJson.ReadCadence(ProjectJson.Write(DefaultCadence.Initial))));

    [Fact]
    public void What_follows_from_the_rest_is_not_stored()
    {
        var json = ProjectJson.Write(A.Project());
        Assert.DoesNotContain("isOpen", json, StringComparison.Ordinal);
        Assert.DoesNotContain("inCharge", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_an_older_program_did_not_write_has_its_default()
    {
        var read = ProjectJson.ReadProject("""
            {"id":"P-1","clientId":"C-1","contact":{"calls":true,"mails":false},"unheardOf":1}
            """);
        Assert.Equal((1, Phase.AwaitingValidation), (read.Generation, read.Phase));
        Assert.Empty(read.Providers);
    }

    [Fact]
    public void Accents_are_stored_as_they_are_and_markup_is_not()
    {
        var json = ProjectJson.Write(A.Dossier(name: "Élodie <b>"));
        Assert.Contains("Élodie", json, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", json, StringComparison.Ordinal);
    }

    static void ReadBack<T>(Func<T, string> write, Func<string, T> read) =>
        Assert.All(Specimen.Of(typeof(T)), record => Assert.Equal(Shape.Of(record), Shape.Of(read(write((T)record)))));
}
