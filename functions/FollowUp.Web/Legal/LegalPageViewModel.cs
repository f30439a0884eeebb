using System.Collections.Immutable;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;

namespace FollowUp.Web.Legal;

/// <summary>A public page with a legal text.</summary>
public sealed record LegalPageViewModel(LocalizedText Title, ImmutableArray<LegalBlock> Blocks, MailOptions Department);
