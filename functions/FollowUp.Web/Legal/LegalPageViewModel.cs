using System.Collections.Immutable;
using FollowUp.Domain.Text;
using FollowUp.Web.Mails;

namespace FollowUp.Web.Legal;

/// <summary>A public page with a text of the department: a legal one, the charter or the guide.</summary>
public sealed record LegalPageViewModel(LocalizedText Title, ImmutableArray<LegalBlock> Blocks, MailOptions Department);
