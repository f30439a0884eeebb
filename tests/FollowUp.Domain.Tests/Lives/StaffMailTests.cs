using FollowUp.Domain.Outbox;
using FollowUp.Domain.Projects;
using FollowUp.Domain.Projects.Commands;
using FollowUp.Domain.Projects.Events;
using FollowUp.Domain.Tests.Given;
using FollowUp.Domain.Text;
using NodaTime;

namespace FollowUp.Domain.Tests.Lives;

/// <summary>What staff write to the client, and corrections of how the client is reached.</summary>
public class StaffMailTests
{
    static readonly WriteToClient Mail = new(new FreeText("Votre projet\n\nBonjour"));

    static Story InFollowUp => A.CompanyProject.InFollowUp.After(Duration.FromHours(1));

    [Fact]
    public void Mail_by_staff_moves_no_plan_and_leaves_two_minutes_later()
    {
        var written = InFollowUp.Gives(Mail, Who.Camille).Happened(typeof(MailWritten)).Enqueues(MessageKind.WrittenToClient);
        Assert.Equal(InFollowUp.Project.Plan, written.Project.Plan);
        var mail = Assert.Single(written.Messages);
        Assert.Equal(written.Now + Duration.FromMinutes(2), mail.NotBefore);
        Assert.False(MessagePolicy.IsUnasked(mail.Kind));
        Assert.Equal("undone", MessagePolicy.GetObsoleteReason(written.Gives(new Undo(), Who.Camille).Project, mail));
    }

    [Fact]
    public void Mail_by_staff_answers_a_reply_also_on_a_closed_project()
    {
        var replied = A.CompanyProject.Dead.After(Duration.FromDays(1));
        replied.Gives(Mail, Who.Camille).IsRefused("already-closed");
        var answered = replied.Gives(new ReportReply(new FreeText("?"), replied.Now), Who.Jeanne).Gives(Mail, Who.Camille);
        answered.Enqueues(MessageKind.WrittenToClient).Is(Phase.Dead);
        Assert.Null(answered.Project.ReplyWaitsSince);
    }

    [Fact]
    public void Mail_to_a_client_who_wants_none_is_refused() =>
        InFollowUp.Gives(new OptOut(Channel.Mail), Who.Jeanne).Gives(Mail, Who.Camille).IsRefused("mail-not-possible");

    [Fact]
    public void Colleague_does_not_write_to_the_client() => InFollowUp.Gives(Mail, Who.Yanis).IsRefused("not-your-project");

    [Fact]
    public void Corrected_address_opens_mails_that_a_bounce_had_closed()
    {
        var corrected = InFollowUp.Gives(new ReportMailRefused(Complaint: false), Who.Time).Gives(new CorrectContact(Phone: false, Mail: true), Who.Camille);
        corrected.Happened(typeof(MailAddressCorrected), typeof(ChannelOpened));
        Assert.True(corrected.Project.Contact.MayMail);
        Assert.Equal(InFollowUp.Project.LastSignOfLife, corrected.Project.LastSignOfLife);
        corrected.Gives(new Undo(), Who.Camille).IsRefused("nothing-to-undo");
    }

    [Fact]
    public void Corrected_address_of_a_client_who_wants_no_mails_opens_nothing() =>
        Assert.False(InFollowUp.Gives(new OptOut(Channel.Mail), Who.Jeanne).Gives(new CorrectContact(Phone: false, Mail: true), Who.Camille).Project.Contact.MayMail);

    [Fact]
    public void Corrected_number_cures_a_wrong_one()
    {
        var wrong = A.CompanyProject.AwaitingValidation.WhenDue().Calls(CallOutcome.WrongNumber);
        Assert.False(wrong.Gives(new CorrectContact(Phone: true, Mail: false), Who.Camille).Happened(typeof(NumberCorrected)).Project.IsNumberWrong);
    }

    [Fact]
    public void Subject_is_the_first_line() =>
        Assert.Equal(new WrittenMail("Objet", "Un\n\nDeux"), WrittenMail.Parse(new WrittenMail("Objet", "Un\n\nDeux").ToString()));
}
