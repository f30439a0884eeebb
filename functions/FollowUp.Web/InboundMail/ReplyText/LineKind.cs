namespace FollowUp.Web.InboundMail.ReplyText;

/// <summary>What a line of a mail is.</summary>
enum LineKind
{
    /// <summary>Written by the sender, as far as is known.</summary>
    Own,

    /// <summary>Quoted from an earlier mail, and marked as such.</summary>
    Quoted,

    /// <summary>The line above a quotation: "Le 30/11/2026 à 09:00, Suivi Projet a écrit :".</summary>
    Attribution,

    /// <summary>Part of an earlier mail that follows without marks, its header included.</summary>
    OldMail,

    /// <summary>The signature, or a line that a device or a virus scanner adds.</summary>
    Signature,
}
