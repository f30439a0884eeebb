using FollowUp.Domain.Text;

namespace FollowUp.Web.Console.Persons;

/// <summary>The report of an erasure in words.</summary>
static class ErasureText
{
    /// <summary>Where was searched again.</summary>
    public static LocalizedText Place(string what) => what switch
    {
        "project" => new("projets marqués comme effacés", "projects marked as erased"),
        "dossier" => new("coordonnées et projet", "contact details and project"),
        "text" => new("notes et autres textes", "notes and other texts"),
        "mail" => new("copies de mails", "copies of emails"),
        "search" => new("recherche par nom, société, adresse, numéro et titre", "search by name, company, address, number and title"),
        "complaint" => new("réclamations de la personne", "complaints of the person"),
        "named-in-complaint" => new("réclamations d’autres", "complaints of others"),
        _ => new(what, what),
    };
}
