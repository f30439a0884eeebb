namespace FollowUp.Application.Masking;

/// <summary>How a text with personal data is published to providers.</summary>
public enum SharedTextMasking
{
    /// <summary>With everything masked.</summary>
    Masked,

    /// <summary>As it is: what was found are common words. It is refused when anything else was found.</summary>
    AsWritten,
}
