namespace FollowUp.Tables.Tests.Given;

/// <summary>A request to the service.</summary>
/// <param name="Operation">Such as <c>read Projects</c>.</param>
/// <param name="Start">When it was sent, as a timestamp of the system's clock.</param>
/// <param name="End">When it was answered.</param>
/// <param name="Bytes">The length of both contents.</param>
sealed record CountedRequest(string Operation, long Start, long End, long Bytes);
