using FollowUp.Application.Delivery;

namespace FollowUp.Application.Tests.Delivery;

/// <summary>Which failures say that an address takes no mail, in the words of real servers.</summary>
public sealed class AddressRefusalTests
{
    [Theory]
    [InlineData("5.1.1", null)]
    [InlineData("5.1.1 (bad destination mailbox address)", "smtp; 550 unknown")]
    [InlineData(null, "smtp; 550 5.1.1 <a@b.example>: user unknown")]
    [InlineData("5.0.0", "smtp; 550-5.1.1 The email account that you tried to reach does not exist.")]
    [InlineData("5.1.2", "smtp; 550 5.1.2 Bad destination system address")]
    [InlineData("5.1.10", "smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found")]
    [InlineData("5.4.1", "smtp; 550 5.4.1 Recipient address rejected: Access denied.")]
    [InlineData(null, "550 no such user here")]
    [InlineData("5.0.0", "smtp; 550 Invalid recipient")]
    [InlineData(null, "Unrouteable address")]
    [InlineData("5.0.0", "<192.0.2.60 #5.0.0 smtp; 550 \"Unknown User\">")]
    [InlineData("5.0.0", "<mx.example #5.0.0 smtp; 550 5.4.1 [a@b.example]: Recipient address rejected: Access denied [x.prod.example]>")]
    [InlineData(null, "5.1.0 - Unknown address error 550-'5.1.1 Mailbox <a@b.example> does not exist' (delivery attempts: 0)")]
    [InlineData(null, "550-5.1.1 The email account that you tried to reach does not exist.")]
    [InlineData(null, "Sorry, no mailbox here by that name. (#5.1.1)")]
    public void An_unknown_address_is_refused_for_good(string? status, string? diagnostic) => Assert.True(AddressRefusal.IsPermanent(status, diagnostic));

    [Theory]
    [InlineData("5.1.7", null)]
    [InlineData("5.1.8", "smtp; 501 5.1.8 Bad sender's system address")]
    [InlineData("5.1.90", "smtp; 550 5.1.90 Your message can't be sent because you've reached your daily limit")]
    [InlineData("5.7.1", "smtp; 554 5.7.1 Service unavailable; client host [192.0.2.1] blocked")]
    [InlineData(null, "550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506]")]
    [InlineData("5.4.4", "smtp; 550 5.4.4 Invalid domain")]
    [InlineData("5.0.0", "smtp; 554 delivery error: dd Sorry, your message cannot be delivered. This mailbox is disabled (554.30).")]
    [InlineData("5.2.2", "smtp; 552 5.2.2 The mailbox is full")]
    [InlineData("5.2.1", "smtp; 550 5.2.1 The user is receiving mail too quickly")]
    [InlineData("5.4.1", "smtp; 550 5.4.1 No answer from host")]
    [InlineData("5.1.1", "smtp; 550 5.7.1 Message rejected as spam")]
    [InlineData("4.1.1", "smtp; 450 4.1.1 user unknown, try again")]
    [InlineData("4.0.0", "user unknown")]
    [InlineData(null, "450 no such user here")]
    [InlineData(null, "550 Blocked by policy, unknown user 5")]
    [InlineData(null, "550 rejected")]
    [InlineData(null, "retry timeout exceeded")]
    [InlineData(null, "host 192.5.1.1 did not answer")]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void Any_other_failure_says_nothing_of_the_address(string? status, string? diagnostic) => Assert.False(AddressRefusal.IsPermanent(status, diagnostic));

    [Fact]
    public void A_bare_550_to_the_recipient_is_about_the_recipient()
    {
        Assert.True(AddressRefusal.IsPermanent(null, "550 rejected", toRecipient: true));
        Assert.False(AddressRefusal.IsPermanent(null, "554 rejected", toRecipient: true));
    }
}
