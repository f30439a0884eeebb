using System.Xml.Linq;
using FollowUp.Application.Ports;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FollowUp.Web.Shared.Setup;

/// <summary>Keeps the keys of Data Protection in the store, so that links and sessions outlive a restart and a move to another machine.</summary>
sealed class KeyRingRepository(IKeyRing ring) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. ring.All().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) => ring.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
