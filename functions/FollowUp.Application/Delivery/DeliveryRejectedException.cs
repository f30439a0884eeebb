namespace FollowUp.Application.Delivery;

/// <summary>A service rejected a message. It is tried again later, unless the exception is an <see cref="AddressRejectedException"/>.</summary>
/// <param name="code">The answer as a code, such as <c>smtp-451-4.7.1</c>. It is stored with the message, so it holds no personal data.</param>
public class DeliveryRejectedException(string code) : Exception($"The service rejected the message ({code}).")
{
    /// <summary>The answer as a code.</summary>
    public string Code => code;
}
