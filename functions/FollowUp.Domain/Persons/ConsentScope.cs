namespace FollowUp.Domain.Persons;

/// <summary>What a private person agreed to be called for (Code de la consommation, L223-1). The names are stored and part of the API.</summary>
public enum ConsentScope
{
    /// <summary>About the request just posted: the calls of phone validation.</summary>
    Request,

    /// <summary>Later too: the relaunches by phone.</summary>
    Later,
}
