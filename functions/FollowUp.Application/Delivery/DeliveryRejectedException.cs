namespace FollowUp.Application.Delivery;

/// <summary>A courier's service said no to this message, this time; it is offered again later.</summary>
/// <param name="code">What it answered, as a code: <c>smtp-451-4.7.1</c>. It is kept with the message, so it holds nothing of a person.</param>
public class DeliveryRejectedException(string code) : Exception($"The courier refused the message: {code}.")
{
    public string Code => code;
}

/// <summary>The service says that the recipient's address takes no mail, today or ever: a hard bounce.</summary>
public sealed class AddressRejectedException(string code) : DeliveryRejectedException(code);
