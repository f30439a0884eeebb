using System.Net;
using FollowUp.Domain;
using NodaTime;

namespace FollowUp.Pages.Tests;

public sealed class ApprovalLinkTests
{
    static async Task<string> AskedLink(House house)
    {
        await house.InFollowUp();
        while ((await house.Project("P-1")).Stage != Stage.ApprovalAsked)
        {
            await house.Pass(Duration.FromDays(10));
        }

        return await house.LinkIn(MessageKind.ApprovalRequest);
    }

    [Fact]
    public async Task The_person_who_was_asked_approves_with_one_button()
    {
        await using var house = await House.Open();
        var link = await AskedLink(house);
        var browser = house.NewBrowser();

        var done = await browser.Fill(link, new() { ["approve"] = "true" });

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(DeathReason.NoSignOfLife, (await house.Project("P-1")).Outcome?.Reason);
        Assert.Contains("par Camille Aubertin : projet clos", (await browser.Get(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Or_lets_the_project_sleep()
    {
        await using var house = await House.Open();
        var link = await AskedLink(house);

        await house.NewBrowser().Fill(link, new() { ["approve"] = "false" });

        Assert.Equal(Stage.Asleep, (await house.Project("P-1")).Stage);
    }

    [Fact]
    public async Task A_question_that_lapsed_no_longer_stands()
    {
        await using var house = await House.Open();
        var link = await AskedLink(house);
        var browser = house.NewBrowser();
        var token = (await browser.Get(link)).FormToken;
        await house.Pass(Duration.FromDays(20));

        var late = await browser.Post(link, new() { ["approve"] = "true", ["__RequestVerificationToken"] = token });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Cette question ne se pose plus", late.Text, StringComparison.Ordinal);
        Assert.True((await house.Project("P-1")).IsOpen);
    }

    [Fact]
    public async Task Whoever_is_no_longer_in_charge_is_refused_on_the_page()
    {
        await using var house = await House.Open();
        var link = await AskedLink(house);
        await house.Staff("P-1", new Assign(House.Yanis.Id));

        var refused = await house.NewBrowser().Fill(link, new() { ["approve"] = "true" });

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("Ce projet est suivi par quelqu’un d’autre", refused.Text, StringComparison.Ordinal);
        Assert.True((await house.Project("P-1")).IsOpen);
    }
}
