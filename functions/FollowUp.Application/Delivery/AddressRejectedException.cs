namespace FollowUp.Application.Delivery;

/// <summary>The recipient's address takes no mail (a hard bounce): the mail is not tried again.</summary>
/// <param name="code">See <see cref="DeliveryRejectedException"/>.</param>
public sealed class AddressRejectedException(string code) : DeliveryRejectedException(code);
