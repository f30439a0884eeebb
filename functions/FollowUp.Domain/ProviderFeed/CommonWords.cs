using System.Collections.Frozen;
using FollowUp.Domain.Text;

namespace FollowUp.Domain.ProviderFeed;

/// <summary>
/// Words that are no names by themselves, folded (<see cref="TextFold"/>). The lists are written for notes about projects in French and English.
/// </summary>
static class CommonWords
{
    /// <summary>Parts of a company's name that tell what it is, not who.</summary>
    static readonly FrozenSet<string> LegalForms = Words(
        """
        sarl sas sasu sa eurl sci snc scop scic selarl selas scm scp scea earl gaec gie ei eirl se asbl sprl ltd limited llc llp plc inc incorporated corp co gmbh ag kg ug ohg
        bv nv srl spa sl slu lda ab oy aps
        """);

    /// <summary>Words of a person's name that identify no one by themselves.</summary>
    static readonly FrozenSet<string> Titles = Words(
        "m mr mme mlle mmes mm me dr pr mrs ms miss sir monsieur messieurs madame mesdames mademoiselle maitre docteur herr frau");

    static readonly FrozenSet<string> Particles = Words(
        "de du des d la le les l von van der den dem zu di da do dos das del della el al et and und y e of the");

    /// <summary>Words so frequent that a sentence would be unreadable without them: hidden only with a capital letter.</summary>
    static readonly FrozenSet<string> Function = Words(
        """
        a au aux ce ces ci en es est eu eux il ils je j ma me mes moi ne ni nos notre nous nu on ont or ou par pas plus pour pu qu que qui sa sans se ses si sont sous sur su ta te
        tes toi ton tu un une us va vos votre vous vu an ans as at be but by for from go has have he her hi his i if in is it its my no not of oh ok our she so that they this to
        up was we were what when with you your am do ne lu ai bon son mai dans avec mais donc car non oui tout tous toute comme cela ca aussi bien fait faire dit dire peut veut
        doit will may can may
        """);

    /// <summary>Words of a sentence that are names of people too, and words that companies take as names.</summary>
    static readonly FrozenSet<string> Vocabulary = Words(
        """
        petit grand blanc blanche noir roux brun brune vert rouge bleu gris rose violet jaune doux fort court long rond carre bas haut vif franc gentil sage beau bel belle vieux
        jeune neuf nouveau dernier premier second seul fier brave joli gros gras mince leger lourd riche pauvre droit gauche clair claire sombre aime juste modeste parfait desire
        content joyeux heureux fidele constant clement honore prosper martial gratien
        boulanger boucher berger meunier charpentier marchand macon fontaine roi rey page chevalier moulin marin jardin poirier pommier prunier olivier moine barbier tailleur
        fournier cuisinier bonnet sauvage francais breton picard normand bourgeois comte duc prince baron eveque clerc prieur parent cousin neveu gendre fils frere ami maitre
        janvier fevrier mars avril juin juillet aout lundi mardi mercredi jeudi vendredi samedi dimanche noel pascal toussaint jour matin soir hiver printemps ete automne
        riviere lac mer mont montagne vallee plaine foret roche pierre marbre fer acier argent cuivre plomb baton marteau cle porte maison chateau tour pont chemin rue place ville
        village campagne champ pre verger vigne vin pain sel poivre lait fromage oeuf poulain cheval boeuf veau mouton agneau lapin renard loup lion ours coq poule pigeon merle
        rossignol corbeau aigle faucon poisson carpe bar oiseau abeille papillon hirondelle cygne cerf sanglier
        marie constance prudence victoire violette marguerite ange iris lys jasmin capucine garance melodie harmonie aurore estelle perle ruby olive clementine prune cerise
        chance esperance joie grace foi paix amour bonheur plaisir courage
        black white brown green young long short king baker cook carter hill wood stone bell bush rice price field park march day knight marsh moor lake bank bird fox wolf swan
        fish best good sharp small little strong hope joy faith dawn summer winter spring autumn lily daisy heather ivy pearl mark bill art ray bob rob pat sue drew dean grant
        chase mile rich frank jack nick skip north south east west star sun moon light river sea mountain house home garden gate bridge castle tower court forest
        lumiere soleil lune etoile ciel terre monde nature vent pluie neige orage nuage feu flamme eau source onde vague rivage plage ocean ile port quai phare ancre horizon cap
        nord sud est ouest centre coin cour toit mur sol plan ligne point cercle angle pixel papier encre plume crayon pinceau couleur trait forme image page livre texte mot
        chiffre nombre lettre idee projet reve avenir passe present temps heure minute an annee mois semaine nuit midi
        client prestataire devis budget visite rendez reunion appel message reponse question delai date choix decision contrat facture prix offre besoin demande dossier suite
        chantier travaux livraison maquette photo video logo carte menu site texte traduction conseil aide avis retour accord raison mail courrier telephone numero adresse
        number phone letter paper book colour line circle idea dream time hour week month year quote call reply choice reason visit need help review answer
        """);

    /// <summary>Words of company names that tell a trade or a place of work. Alone they are never hidden.</summary>
    static readonly FrozenSet<string> Trade = Words(
        """
        atelier studio agence agency bureau cabinet maison comptoir societe entreprise company compagnie groupe group holding association collectif collective cooperative fabrique
        boutique shop store magasin garage restaurant hotel cafe bar bistrot bistro brasserie boulangerie patisserie boucherie creperie pizzeria traiteur epicerie pharmacie
        ecole academie institut institute centre center club labo lab laboratoire usine manufacture imprimerie librairie galerie theatre musee ferme domaine chateau jardin jardins
        web digital digitale numerique internet net online site sites design designer creation creative creatif graphique graphisme graphic communication com media medias
        marketing publicite pub photo photographie photographe photography video film films production productions prod son musique image images print edition editions presse
        informatique computer software logiciel dev developpement development code data cloud tech technologie technology technologies system systems systeme systemes reseau reseaux
        conseil conseils consulting consultant consultants expert experts expertise formation coaching audit gestion management finance finances compta comptabilite comptable
        fiduciaire juridique avocat avocats notaire traduction traductions translation translations langue langues
        batiment bati construction constructions renovation renov travaux maconnerie charpente menuiserie plomberie electricite chauffage toiture couverture peinture carrelage
        isolation architecture architecte architectes architects immobilier immo habitat decoration deco interieur interieurs paysage paysagiste amenagement bois fer metal pierre
        verre energie energies solaire eco bio vert green nettoyage proprete services service solution solutions partner partners partenaire partenaires pro plus france french
        francais francaise europe european paris lyon marseille toulouse bordeaux lille nantes nice rennes strasbourg montpellier loire rhone alpes bretagne provence normandie
        sud nord est ouest international global general generale nouvelle nouveau new mon ma notre votre fils fille freres frere associes associe and co cie
        port pixel papier lumiere grossiste fleuriste opticien kinesitherapie dentaire medical medicale sante beaute coiffure sport fitness danse musique laitiere agricole viticole
        cave transport logistique taxi ambulance demenagement securite gardiennage electronique mecanique automobile auto moto cycle velo carrosserie meuble mobilier cuisine literie
        textile mode couture chaussure bijoux horlogerie jouet disque concert festival evenement evenementiel voyage tourisme camping gite location vente achat commerce
        distribution import export industrie industriel industrielle plastique beton terrassement assainissement forage piscine jardinage animalerie veterinaire creche lycee college
        universite mairie commune syndicat copropriete residence immeuble patrimoine assurance banque credit courtage courtier notariat etude diagnostic analyse mesure recherche
        innovation ingenierie planning partenariat fondation federation union ligue amicale comite groupement centrale ligne catalogue food truck
        courrier gmail googlemail outlook hotmail live msn yahoo orange wanadoo free sfr laposte icloud gmx protonmail proton bbox numericable aol neuf example test mail email
        contact info infos accueil commercial admin bonjour hello sales office direction projets projet devis client clients demo
        """);

    /// <summary>Endings of French and English nouns that no name of a person has.</summary>
    static readonly string[] Endings = ["erie", "tion", "logie", "graphie", "isme", "ware"];

    public static bool IsLegalForm(string word) => LegalForms.Contains(TextFold.FoldToWord(word));

    public static bool IsTitle(string word) => Titles.Contains(word.TrimEnd('.'));

    public static bool IsParticle(string word) => Particles.Contains(word);

    /// <summary>Whether a text is unreadable where every such word is hidden.</summary>
    public static bool IsFunctionWord(string word) => Function.Contains(word) || Particles.Contains(word);

    /// <summary>Whether a name is also a word of a sentence, in the singular or plural.</summary>
    public static bool IsCommon(string word) => IsFunctionWord(word) || ContainsForm(Vocabulary, word) || IsTrade(word);

    /// <summary>Whether a word tells a trade, a kind of company or a mail service.</summary>
    public static bool IsTrade(string word) => ContainsForm(Trade, word) || LegalForms.Contains(word) || Endings.Any(ending => HasEnding(word, ending));

    static bool ContainsForm(FrozenSet<string> words, string word) => words.Contains(word)
        || (word.Length > 3 && (word[^1] is 's' or 'x' or 'e') && words.Contains(word[..^1]))
        || (word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) && words.Contains(word[..^2]));

    static bool HasEnding(string word, string ending) =>
        word.Length > ending.Length + 2 && (word.EndsWith(ending, StringComparison.Ordinal) || (word[^1] == 's' && word[..^1].EndsWith(ending, StringComparison.Ordinal)));

    static FrozenSet<string> Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
