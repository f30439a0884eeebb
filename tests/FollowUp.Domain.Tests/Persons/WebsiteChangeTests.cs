using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Projects.NextActions;
using FollowUp.Domain.Tests.Given;
using NodaTime;

namespace FollowUp.Domain.Tests.Persons;

/// <summary>What a client changes on the website is recorded, cures a wrong number, and is no sign of life by itself.</summary>
public class WebsiteChangeTests
{
    static readonly ReportClientChange NewNumber = new(ChangedFields.Phone, null);

    [Fact]
    public void Another_number_cures_a_wrong_one()
    {
        var wrong = A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.WrongNumber);
        Assert.True(wrong.Project.IsNumberWrong);
        var cured = wrong.After(Duration.FromHours(1)).Gives(NewNumber, Who.Website);
        Assert.False(cured.Project.IsNumberWrong);
        Assert.Equal(ActionKind.Call, cured.Project.Next!.Kind);
        Assert.Equal(wrong.Project.LastSignOfLife, cured.Project.LastSignOfLife);
    }

    [Fact]
    public void Change_is_no_sign_of_life_and_keeps_the_plan()
    {
        var relaunched = A.CompanyProject.Relaunched(2);
        var changed = relaunched.After(Duration.FromHours(1)).Gives(new ReportProjectChange(ChangedFields.Title, "site-web", null, Evidence.None), Who.Website)
            .Gives(NewNumber, Who.Website);
        Assert.Equal((relaunched.Project.Cycle, relaunched.Project.Next, relaunched.Project.LastSignOfLife), (changed.Project.Cycle, changed.Project.Next, changed.Project.LastSignOfLife));
        Assert.Empty(changed.Messages);
    }

    [Fact]
    public void Another_address_opens_mail_after_a_bounce()
    {
        var bounced = A.CompanyProject.InFollowUp.Gives(new ReportMailRefused(Complaint: false), Who.Time);
        Assert.True(bounced.Gives(new ReportClientChange(ChangedFields.Email, null), Who.Website).Project.Contact.MayMail);
    }

    [Fact]
    public void Another_address_is_no_consent_to_mails()
    {
        var refused = A.CompanyProject.InFollowUp.Gives(new OptOut(Channel.Mail), Who.Jeanne);
        Assert.False(refused.Gives(new ReportClientChange(ChangedFields.Email, null), Who.Website).Project.Contact.MayMail);
    }

    [Fact]
    public void Another_category_stops_the_relaunches_of_a_private_person() => Assert.Equal(
        ReasonCode.CategoryNotRelaunched,
        A.PersonProject.InFollowUp.Gives(new ReportProjectChange(ChangedFields.Category, "isolation", null, Evidence.None), Who.Website).Project.Next!.Why.Code);

    [Fact]
    public void Another_deadline_is_the_expected_date()
    {
        var changed = A.CompanyProject.InFollowUp.Gives(new ReportProjectChange(ChangedFields.Deadline, "site-web", new LocalDate(2027, 3, 1), Evidence.Date), Who.Website);
        Assert.Equal(new LocalDate(2027, 3, 1), changed.Project.ExpectedDate);
        Assert.True(changed.Project.Evidence.HasFlag(Evidence.Date));
    }

    [Fact]
    public void Closed_project_keeps_a_true_dossier() =>
        Assert.IsType<ClientChanged>(Assert.Single(A.CompanyProject.Dead.After(Duration.FromDays(1)).Gives(NewNumber, Who.Website).Last.Events).Event);

    [Fact]
    public void Erased_person_changes_nothing() => Assert.Equal("erased", A.CompanyProject.Erased.Gives(NewNumber, Who.Website).Last.Refusal!.Code);

    [Fact]
    public void Change_leaves_an_undo_possible() => Assert.Null(A.CompanyProject.InFollowUp.After(Duration.FromMinutes(1))
        .Gives(new ReportProjectChange(ChangedFields.Title, "site-web", null, Evidence.None), Who.Website).Gives(new Undo(), Who.Camille).Last.Refusal);
}
