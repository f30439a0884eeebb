using NodaTime;

namespace FollowUp.Local.Recovery;

/// <summary>What a restore did.</summary>
/// <param name="MadeAt">The instant of which the data are.</param>
/// <param name="DroppedMails">Mails that may have left already.</param>
/// <param name="AppliedRights">Rights that were applied again.</param>
/// <param name="UnknownRights">Rights on projects that the backup does not hold.</param>
sealed record RestoreResult(Instant MadeAt, int DroppedMails, int AppliedRights, int UnknownRights);
