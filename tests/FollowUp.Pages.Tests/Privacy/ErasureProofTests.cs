using FollowUp.Application.Persons;
using FollowUp.Application.Ports;
using FollowUp.Application.Privacy;
using FollowUp.Domain.Permissions;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.Pages.Tests.Privacy;

/// <summary>An erasure keeps scopes and instants under a digest that only the holder of a key outside the store can find.</summary>
public sealed class ErasureProofTests
{
    const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Erased_person_is_found_by_address_and_number_with_the_key_alone()
    {
        await using var app = await TestApp.Start();
        var cancellation = TestContext.Current.CancellationToken;
        await app.SubmitProject("P-1");
        await app.Record("P-1", new OptOut(Channel.Phone), Actor.Client(TestApp.Client));
        var proofs = Create(app, Key);
        var eraser = new PersonEraser(
            app.Services.GetRequiredService<Application.Projects.ProjectCommands>(), app.Services.GetRequiredService<IProjectStore>(), app.Services.GetRequiredService<IProjectIndex>(),
            app.Services.GetRequiredService<IComplaints>(), app.Services.GetServices<IMailbox>(), proofs);

        Assert.True((await eraser.Erase(TestApp.Client, Actor.Website, cancellation))!.Verified);

        var proof = await proofs.Find("Jeanne@Martin.example", cancellation);
        Assert.Contains("\"kind\":\"calls\"", proof, StringComparison.Ordinal);
        Assert.DoesNotContain("martin", proof, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(proof, await proofs.Find("+33199001234", cancellation));
        Assert.Null(await proofs.Find("paul@martin.example", cancellation));
        Assert.Null(await Create(app, Key + "x").Find("jeanne@martin.example", cancellation));
    }

    /// <summary>An erasure that was interrupted is repeated when the person has lost what was erased already.</summary>
    [Fact]
    public async Task Repeat_keeps_what_the_first_erasure_found_and_nothing_twice()
    {
        await using var app = await TestApp.Start();
        var cancellation = TestContext.Current.CancellationToken;
        await app.SubmitProject("P-1");
        var dossier = (await app.Dossier("P-1"))!;
        var proofs = Create(app, Key);
        await proofs.Keep(TestApp.Client, [dossier with { Email = "jeanne@martin.example" }], cancellation);
        Assert.Contains("\"objections\":[]", await proofs.Find("jeanne@martin.example", cancellation), StringComparison.Ordinal);
        await app.Record("P-1", new OptOut(Channel.Phone), Actor.Client(TestApp.Client));
        await proofs.Keep(TestApp.Client, [dossier], cancellation);

        // Another client with the same number, who objected to nothing.
        await app.SubmitProject("P-2", client: "C-2");
        await proofs.Keep("C-2", [dossier], cancellation);
        await proofs.Keep(TestApp.Client, [dossier], cancellation);

        var proof = (await proofs.Find("+33199001234", cancellation))!;
        Assert.Equal(2, proof.Split("\"kind\":\"calls\"").Length);
    }

    [Fact]
    public void Short_key_is_refused() => Assert.Throws<FormatException>(() => ErasureProofKey.Parse("short"));

    [Fact]
    public async Task Nothing_is_kept_without_a_key()
    {
        await using var app = await TestApp.Start();
        await app.SubmitProject("P-1");
        var proofs = Create(app, null);
        await proofs.Keep(TestApp.Client, [(await app.Dossier("P-1"))!], TestContext.Current.CancellationToken);
        Assert.Null(await proofs.Find("jeanne@martin.example", TestContext.Current.CancellationToken));
    }

    static ErasureProofs Create(TestApp app, string? key) => new(
        app.Services.GetRequiredService<IKeyValueStore>(), app.Services.GetRequiredService<PersonLoader>(), ErasureProofKey.Parse(key), app.Services.GetRequiredService<TimeProvider>());
}
