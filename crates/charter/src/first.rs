//! The first version: derived from the Consensus Document of the first national conference
//! (2021), in own words. The values that the Document leaves open are marked as this project's.

use crate::{
    Anchor, Article, Charter, Origin,
    Origin::{FromSource, StartingValue},
    Parameter, ParameterName, Rule, RuleId, Words,
};

impl Charter {
    /// The first version of the Charter.
    pub fn first() -> Charter {
        let words = |[it, en]: [&str; 2]| Words::new(it, en);
        let article = |(number, data): (u32, &Data)| Article {
            number,
            slug: data.slug.to_owned(),
            title: words(data.title),
            text: words(data.text),
            rests_on: data.rests_on.iter().map(|anchor| Anchor::known(anchor)).collect(),
        };
        let rule = |(id, article, values): &(RuleId, &str, &[(i64, Origin)])| Rule {
            id: *id,
            article: (*article).to_owned(),
            parameters: parameters(id.parameters(), values),
        };
        Charter::known((1..).zip(ARTICLES).map(article).collect(), RULES.iter().map(rule).collect())
    }
}

fn parameters(names: &[ParameterName], values: &[(i64, Origin)]) -> Vec<Parameter> {
    let parameter = |(name, (value, origin)): (&ParameterName, &(i64, Origin))| Parameter {
        name: *name,
        value: *value,
        origin: *origin,
    };
    names.iter().zip(values).map(parameter).collect()
}

/// A rule, the article that it carries out, and the values of its parameters in their order.
type Line = (RuleId, &'static str, &'static [(i64, Origin)]);

const RULES: &[Line] = &[
    (RuleId::I1, "selezione-congiunta", &[(1, StartingValue), (1, StartingValue)]),
    (RuleId::I2, "accesso-senza-titoli", &[]),
    (RuleId::I3, "colloquio", &[]),
    (RuleId::I4, "colloquio", &[(30, StartingValue)]),
    (RuleId::I5, "accesso-alla-formazione", &[]),
    (RuleId::I6, "contenuti-della-formazione", &[]),
    (RuleId::I7, "formazione-congiunta", &[(30, StartingValue)]),
    (RuleId::I8, "affiancamento", &[]),
    (RuleId::I9, "formazione-continua", &[(12, StartingValue), (12, StartingValue)]),
    (RuleId::I10, "lavoro-alla-pari", &[(90, StartingValue)]),
    (RuleId::I11, "tutele", &[(180, StartingValue), (60, StartingValue)]),
    (RuleId::I12, "gruppo-di-riferimento", &[]),
    (RuleId::I13, "volontari-e-retribuiti", &[]),
    (RuleId::I14, "servizi-pronti", &[]),
    (RuleId::I15, "rappresentanza", &[]),
    (RuleId::I16, "conferenza", &[(1, FromSource), (6, FromSource), (3, FromSource), (10, StartingValue)]),
];

/// An article as it stands here.
struct Data {
    slug: &'static str,
    title: [&'static str; 2],
    text: [&'static str; 2],
    rests_on: &'static [&'static str],
}

const ARTICLES: &[Data] = &[
    Data {
        slug: "sapere-esperienziale",
        title: ["Il sapere che nasce dall’esperienza", "Knowledge that comes from experience"],
        text: [
            "Chi ha attraversato il disagio psichico, o lo ha vissuto accanto a un familiare, e ne ha preso \
             consapevolezza possiede un sapere che nessuno studio può sostituire. Questo sapere è il fondamento \
             del supporto tra pari. Chi lo porta lo mette a disposizione degli altri, e la rete lo promuove e lo \
             difende.",
            "Whoever has lived through mental distress, or has lived it beside a relative, and has become aware \
             of it holds a knowledge that no study can replace. This knowledge is the foundation of peer support. \
             Whoever holds it puts it at the service of others, and the network promotes and defends it.",
        ],
        rests_on: &[
            "il-valore-del-sapere-esperienziale.il-sapere-esperienziale-e-il",
            "il-valore-del-sapere-esperienziale.e-frutto-della-conoscenza-e",
            "il-valore-del-sapere-esperienziale.costituisce-uno-strumento-particolarmente-adatto",
            "il-valore-del-sapere-esperienziale.e-un-valore-che-va",
        ],
    },
    Data {
        slug: "valori",
        title: ["I valori che lo accompagnano", "The values that go with it"],
        text: [
            "Empatia, ascolto, responsabilità, competenza e affidabilità accompagnano il sapere esperienziale. I \
             gruppi, e prima di tutto quelli di auto mutuo aiuto, sono il luogo in cui maturano.",
            "Empathy, listening, responsibility, competence and reliability go with the knowledge of experience. \
             Groups, and self-help groups first of all, are where they ripen.",
        ],
        rests_on: &[
            "il-valore-del-sapere-esperienziale.si-accompagna-ad-altri-valori",
            "il-valore-del-sapere-esperienziale.la-partecipazione-ad-attivita-gruppali",
        ],
    },
    Data {
        slug: "saperi-alla-pari",
        title: ["Due saperi, alla pari", "Two kinds of knowledge, on equal terms"],
        text: [
            "Il sapere delle persone esperte e il sapere professionale degli operatori si riconoscono l’un \
             l’altro e si completano. Operatori, utenti, familiari, esperti e cittadini lavorano insieme come \
             pari. Le organizzazioni si adoperano per vincere la fatica di molti operatori a riconoscere chi ha \
             vissuto il disagio.",
            "The experts’ knowledge and the professionals’ knowledge recognise and complete each other. \
             Professionals, users, relatives, experts and citizens work together as equals. Organisations work to \
             overcome the difficulty that many professionals have in recognising those who have lived through \
             distress.",
        ],
        rests_on: &[
            "il-valore-del-sapere-esperienziale.il-sapere-esperienziale-degli-esperti",
            "il-valore-del-sapere-esperienziale.danno-vita-a-un-paradigma",
            "il-valore-del-sapere-esperienziale.la-conferenza-ha-evidenziato-la",
        ],
    },
    Data {
        slug: "persona-esperta",
        title: ["Chi è la persona esperta in supporto tra pari", "Who a peer support expert is"],
        text: [
            "È una persona che ha vissuto il disagio, in prima persona o come familiare; che ha fatto o sta \
             facendo un proprio percorso di recovery; che ne ha tratto un sapere e lo offre ai propri pari con \
             continuità; che si è formata; che lavora insieme agli altri e che la sua organizzazione riconosce. È \
             professionista per esperienza: porta competenze che nessun’altra figura ha, e non ne ricalca \
             un’altra.",
            "A person who has lived through distress, in their own life or as a relative; who has walked or is \
             walking an own path of recovery; who has drawn knowledge from it and offers it to peers steadily; \
             who has trained for it; who works together with others and is recognised by the organisation. A \
             professional by experience: someone who brings skills that no other figure has, and copies none.",
        ],
        rests_on: &[
            "il-valore-del-sapere-esperienziale.l-esperto-in-supporto-tra",
            "il-valore-del-sapere-esperienziale.ha-vissuto-direttamente-o-come",
            "il-valore-del-sapere-esperienziale.ha-fatto-o-sta-facendo",
            "il-valore-del-sapere-esperienziale.mette-a-disposizione-il-proprio",
            "il-valore-del-sapere-esperienziale.e-riconosciuto-dall-organizzazione-in",
            "il-valore-del-sapere-esperienziale.e-stata-rifiutata-una-definizione",
        ],
    },
    Data {
        slug: "volontari-e-retribuiti",
        title: ["Volontariato e lavoro retribuito", "Volunteering and paid work"],
        text: [
            "Il volontariato e il lavoro retribuito, a tempo parziale o pieno, valgono entrambi e vanno tenuti \
             distinti. A chi lavora spetta un inquadramento; a chi fa volontariato non si chiedono gli obblighi \
             di un lavoro. La conferenza ha lasciato aperto il tema del volontariato dei familiari esperti.",
            "Volunteering and paid work, part time or full time, are both worthy and are kept apart. Who works is \
             owed a proper instrument; who volunteers is not asked for the duties of a job. The conference left \
             the question of volunteering by family experts open.",
        ],
        rests_on: &["il-valore-del-sapere-esperienziale.si-e-concordato-nel-differenziare"],
    },
    Data {
        slug: "motivazioni",
        title: ["Le motivazioni di ciascuno", "Each person’s reasons"],
        text: [
            "Si diventa esperti per ragioni diverse: crescere, consolidare la propria recovery, lavorare, stare \
             accanto ad altri, migliorare i servizi, restituire ciò che si è ricevuto. Nessuna vale più di \
             un’altra. Tutti lavorano sulla propria storia per metterla al servizio di chi attraversa qualcosa di \
             simile.",
            "People become experts for different reasons: to grow, to make their recovery firmer, to work, to \
             stand beside others, to improve the services, to give back what they received. None counts more than \
             another. All work on their own story so as to put it at the service of those who go through \
             something similar.",
        ],
        rests_on: &[
            "il-valore-del-sapere-esperienziale.esiste-una-pluralita-di-motivazioni",
            "il-valore-del-sapere-esperienziale.la-molteplicita-e-variabilita-delle",
        ],
    },
    Data {
        slug: "selezione-congiunta",
        title: ["Una selezione fatta insieme", "A selection made together"],
        text: [
            "La selezione è un passaggio necessario. La fanno insieme persone esperte e operatori \
             dell’organizzazione interessata. Le candidature vengono dalle organizzazioni, dalle persone stesse o \
             da operatori che le conoscono.",
            "Selection is a necessary step. Experts and professionals of the organisation concerned make it \
             together. Candidacies come from organisations, from the persons themselves or from professionals who \
             know them.",
        ],
        rests_on: &[
            "la-selezione.la-selezione-e-considerata-un",
            "la-selezione.la-selezione-va-fatta-congiuntamente",
            "la-selezione.le-principali-provenienze-delle-candidature",
        ],
    },
    Data {
        slug: "accesso-senza-titoli",
        title: ["Nessun titolo di studio", "No educational qualification"],
        text: [
            "La selezione guarda alla persona: motivazione, consapevolezza, percorso di recovery, disponibilità a \
             formarsi, apertura, empatia. Nessun titolo di studio la condiziona.",
            "Selection looks at the person: motivation, awareness, the path of recovery, readiness to train, \
             openness, empathy. No educational qualification is a condition.",
        ],
        rests_on: &[
            "la-selezione.nella-selezione-vanno-particolarmente-ricercate",
            "la-selezione.le-caratteristiche-del-candidato-da",
        ],
    },
    Data {
        slug: "colloquio",
        title: ["Il colloquio, mai il giudizio", "A conversation, never a judgement"],
        text: [
            "La selezione accompagna e non giudica. La forma da preferire è il colloquio, non lo scritto o i \
             test. Ogni passo è trasparente: chi si candida sa perché, e può parlarne.",
            "Selection accompanies and does not judge. The form to prefer is the conversation, not a written exam \
             or tests. Every step is transparent: candidates know why, and can talk about it.",
        ],
        rests_on: &[
            "la-selezione.nella-selezione-vanno-particolarmente-ricercate",
            "la-selezione.restano-in-parte-da-definire",
        ],
    },
    Data {
        slug: "accesso-alla-formazione",
        title: ["Come si entra nella formazione", "How one enters training"],
        text: [
            "La condizione per formarsi è una sola: un proprio percorso di recovery, vissuto con una parte \
             attiva. Far parte di un gruppo di auto mutuo aiuto o di un’associazione conta molto: a chi non ne ha \
             uno, il corso lo propone.",
            "There is one condition for training: an own path of recovery, with an active part in it. Belonging \
             to a self-help group or an association counts for much: a course offers one to whoever has none.",
        ],
        rests_on: &["la-formazione.il-sapere-esperienziale-nei-termini"],
    },
    Data {
        slug: "formazione-congiunta",
        title: ["Una formazione scritta e insegnata insieme", "Training written and taught together"],
        text: [
            "I contenuti nascono dal lavoro comune di persone esperte e operatori. La docenza è di entrambi, e \
             una parte significativa spetta a persone esperte già attive. Gli operatori che insegnano hanno \
             esperienza di co-produzione con gli esperti o sono formati alla recovery.",
            "Contents come from the joint work of experts and professionals. Both teach, and a significant share \
             falls to experts who are already active. Professionals who teach have experience of co-production \
             with experts or are trained in recovery.",
        ],
        rests_on: &[
            "la-formazione.i-contenuti-della-formazione-devono",
            "la-formazione.che-una-quota-significativa-delle",
            "la-formazione.le-questioni-e-i-rischi",
        ],
    },
    Data {
        slug: "contenuti-della-formazione",
        title: ["Che cosa si impara", "What is learned"],
        text: [
            "La formazione persegue gli otto obiettivi e copre le cinque aree di contenuto del Documento di \
             consenso. Unisce aula, pratica e affiancamento e tiene conto di chi vi partecipa. I due tipi di \
             corso, strutturato e sul campo, valgono entrambi; altri modelli sono benvenuti.",
            "Training pursues the eight objectives and covers the five content areas of the Consensus Document. \
             It joins classroom, practice and shadowing and takes account of those who take part. Both types of \
             course, structured and in the field, are worthy; other models are welcome.",
        ],
        rests_on: &[
            "la-formazione.la-formazione-nelle-sue-varie",
            "la-formazione.le-principali-indicazioni-emerse-nella",
            "la-formazione.i-percorsi-formativi-per-diventare",
            "la-formazione.riguardo-ai-contesti-e-al",
        ],
    },
    Data {
        slug: "affiancamento",
        title: ["Accanto a chi lo fa già", "Beside those who already do it"],
        text: [
            "Chi si forma impara anche sul campo, in tutti i contesti e con le diverse figure professionali, \
             sempre accanto a una persona esperta già attiva. Il gruppo viene prima: in gruppo si apprende gli \
             uni dagli altri.",
            "Trainees learn in the field as well, in all contexts and with the different professions, always \
             beside an expert who is already active. The group comes first: in a group people learn from one \
             another.",
        ],
        rests_on: &["la-formazione.la-formazione-sara-effettuata-sia"],
    },
    Data {
        slug: "formazione-continua",
        title: ["Una formazione che continua", "Training that goes on"],
        text: [
            "Come per ogni professione sanitaria e sociale la formazione non finisce con il corso. Una parte si \
             fa insieme all’équipe in cui la persona esperta lavora.",
            "As in every health and social profession, training does not end with the course. Part of it is done \
             together with the team in which the expert works.",
        ],
        rests_on: &["la-formazione.che-la-formazione-sia-continua", "la-formazione.che-ci-sia-una-formazione"],
    },
    Data {
        slug: "contesti",
        title: ["Tutti i luoghi della salute mentale", "All the places of mental health"],
        text: [
            "La persona esperta opera ovunque si lavori per la salute mentale: nelle aree del Dipartimento, nel \
             terzo settore, nelle associazioni, nella comunità. È la sua presenza a cambiare i contesti. Il terzo \
             settore ne preserva il ruolo e il mandato; il volontariato resta leggero.",
            "Experts work wherever work is done for mental health: in the areas of the department, in the third \
             sector, in associations, in the community. It is their presence that changes the contexts. The third \
             sector preserves their role and mandate; volunteering stays light.",
        ],
        rests_on: &[
            "i-contesti-in-cui-opera.e-la-presenza-degli-esperti",
            "i-contesti-in-cui-opera.il-dipartimento-di-salute-mentale",
            "i-contesti-in-cui-opera.e-un-caso-frequente-che",
            "i-contesti-in-cui-opera.l-associazionismo-e-un-ambito",
        ],
    },
    Data {
        slug: "lavoro-alla-pari",
        title: ["Nell’équipe, alla pari", "In the team, on equal terms"],
        text: [
            "Il rapporto tra operatori e persone esperte è paritario. L’esperto partecipa alle riunioni, alla \
             programmazione e alla formazione; porta critiche costruttive e, quando serve, la voce delle persone \
             accompagnate. Nessuno resta escluso dalle riunioni o solo nell’équipe.",
            "Professionals and experts stand on equal terms. Experts take part in meetings, planning and \
             training; they bring constructive criticism and, where needed, the voice of the people they \
             accompany. Nobody is left out of meetings or alone in a team.",
        ],
        rests_on: &[
            "i-contesti-in-cui-opera.il-rapporto-tra-operatori-del",
            "i-contesti-in-cui-opera.evitare-che-l-esperto-in",
        ],
    },
    Data {
        slug: "tutele",
        title: ["Le tutele di chi lavora", "What protects those who work"],
        text: [
            "L’organizzazione tutela la salute di chi lavora come esperto: impegno flessibile, una persona di \
             riferimento come tutor, supervisione, verifiche periodiche sul processo di lavoro, intervisione \
             regolare tra esperti. Il ruolo è descritto con chiarezza e l’area di lavoro si sceglie insieme.",
            "The organisation protects the health of those who work as experts: flexible commitment, a contact \
             person as tutor, supervision, periodic reviews of the work process, regular intervision among \
             experts. The role is described clearly and the area of work is chosen together.",
        ],
        rests_on: &[
            "i-contesti-in-cui-opera.e-indispensabile-tutelare-la-salute",
            "i-contesti-in-cui-opera.misure-di-flessibilita-rispetto-all",
            "i-contesti-in-cui-opera.specifici-referenti-nel-contesto-di",
            "i-contesti-in-cui-opera.verifiche-periodiche-in-cui-si",
            "i-contesti-in-cui-opera.incontri-regolari-di-intervisione-tra",
            "i-contesti-in-cui-opera.l-esperto-in-supporto-tra",
            "la-professionalizzazione-dell-esperto-in.la-professionalizzazione-dell-esperto-in-supporto-tra-pari-puo-comportare",
        ],
    },
    Data {
        slug: "gruppo-di-riferimento",
        title: ["Un gruppo a cui appartenere", "A group to belong to"],
        text: [
            "Ogni persona esperta può far parte di un gruppo o di un’associazione di esperti che ne sostiene \
             l’identità. L’organizzazione la lascia libera di scegliere e le dà il tempo per farlo. È il modo di \
             non perdere sé stessi nella routine.",
            "Every expert can belong to a group or association of experts that upholds their identity. The \
             organisation leaves them free to choose and gives them the time for it. It is how one does not lose \
             oneself in routine.",
        ],
        rests_on: &[
            "i-contesti-in-cui-opera.e-stata-sottolineata-la-necessita",
            "la-professionalizzazione-dell-esperto-in.al-fine-di-preservare-la",
            "la-professionalizzazione-dell-esperto-in.possibilita-per-l-esperto-in",
        ],
    },
    Data {
        slug: "risultati",
        title: ["I risultati che porta", "What it achieves"],
        text: [
            "La presenza delle persone esperte produce cambiamenti positivi per gli operatori, per gli utenti e i \
             familiari, per gli esperti stessi, per il Dipartimento e per la comunità. I risultati si mostrano, \
             senza mai misurare le persone.",
            "The presence of experts brings good changes for professionals, for users and relatives, for the \
             experts themselves, for the department and for the community. Results are shown, and persons are \
             never measured.",
        ],
        rests_on: &["la-professionalizzazione-dell-esperto-in.i-partecipanti-alla-conferenza-hanno"],
    },
    Data {
        slug: "professionalizzazione",
        title: ["Una professione che resta sé stessa", "A profession that stays itself"],
        text: [
            "Professionalizzare vuol dire dare strumenti al sapere esperienziale, non sostituirlo. Le qualifiche \
             di altre figure possono aprire la porta del lavoro, ma non sono ciò che fa di qualcuno una persona \
             esperta.",
            "To make it a profession means to give tools to the knowledge of experience, not to replace it. The \
             qualifications of other figures may open the door to work, but they are not what makes somebody an \
             expert.",
        ],
        rests_on: &[
            "la-professionalizzazione-dell-esperto-in.la-professionalizzazione-dell-esperto-nel",
            "la-professionalizzazione-dell-esperto-in.la-professionalizzazione-dell-esperto-in-supporto-tra-pari-puo-favorire",
            "la-professionalizzazione-dell-esperto-in.sono-state-riportate-esperienze-di",
        ],
    },
    Data {
        slug: "servizi-pronti",
        title: ["Servizi pronti ad accogliere", "Services ready to welcome"],
        text: [
            "Un Dipartimento orientato alla recovery ha persone esperte, operatori dedicati al loro inserimento e \
             personale formato alla recovery. Nessuna sua area è chiusa alle persone esperte.",
            "A department oriented towards recovery has experts, professionals in charge of their inclusion and \
             staff trained in recovery. None of its areas is closed to experts.",
        ],
        rests_on: &[
            "la-professionalizzazione-dell-esperto-in.standardizzazione-dei-requisiti-dei-servizi",
            "la-professionalizzazione-dell-esperto-in.formazione-degli-operatori-dei-servizi",
            "i-contesti-in-cui-opera.l-esperto-in-supporto-tra",
        ],
    },
    Data {
        slug: "riconoscimento",
        title: ["Riconoscimento e risorse", "Recognition and resources"],
        text: [
            "La rete chiede un atto di indirizzo nazionale, linee guida condivise e fondi dedicati alla \
             formazione e alla retribuzione. Al riconoscimento dall’alto si accompagna il lavoro dal basso, nelle \
             comunità e con i servizi.",
            "The network asks for a national act of guidance, shared guidelines and funds set aside for training \
             and pay. Recognition from above goes together with work from below, in communities and with the \
             services.",
        ],
        rests_on: &[
            "la-professionalizzazione-dell-esperto-in.il-riconoscimento-istituzionale-del-ruolo",
            "la-professionalizzazione-dell-esperto-in.la-costruzione-di-linee-guida",
            "la-professionalizzazione-dell-esperto-in.individuazione-di-linee-di-finanziamento",
            "la-professionalizzazione-dell-esperto-in.il-riconoscimento-istituzionale-va-integrato",
            "proposte-e-conclusioni.per-promuovere-istituzionalmente-la-figura",
        ],
    },
    Data {
        slug: "rappresentanza",
        title: ["Un posto dove si decide", "A place where decisions are made"],
        text: [
            "Le persone esperte hanno un posto negli organismi locali, regionali e nazionali che decidono sulla \
             salute mentale: come interlocutori alla pari, nella progettazione e nella verifica dei risultati.",
            "Experts have a place in the local, regional and national bodies that decide on mental health: as \
             partners on equal terms, in planning and in verifying results.",
        ],
        rests_on: &["proposte-e-conclusioni.stante-la-crescente-importanza-che"],
    },
    Data {
        slug: "conferenza",
        title: ["Decidere insieme", "Deciding together"],
        text: [
            "La rete decide per consenso, in una conferenza a cui ogni realtà invita i propri delegati. Le \
             persone esperte sono la larga maggioranza, e il lavoro dei gruppi è il cuore dell’incontro.",
            "The network decides by consensus, in a conference to which every organisation sends its own \
             delegates. Experts are the large majority, and the work in groups is the heart of the meeting.",
        ],
        rests_on: &[
            "introduzione.a-tal-fine-sono-state",
            "introduzione.ciascun-webinar-si-e-svolto",
            "introduzione.alla-presentazione-delle-slides-e",
        ],
    },
    Data {
        slug: "rete",
        title: ["Una rete che resta viva", "A network that stays alive"],
        text: [
            "Le realtà formano una comunità. La rete consolida ciò che c’è, tiene aperti i punti critici con i \
             tavoli di lavoro, dialoga con professionisti e istituzioni e porta la figura dove ancora manca.",
            "The organisations form a community. The network makes firm what exists, keeps critical points open \
             through working tables, talks with professionals and institutions and takes the figure to where it \
             is still missing.",
        ],
        rests_on: &[
            "proposte-e-conclusioni.la-conferenza-ha-gettato-le",
            "proposte-e-conclusioni.l-organizzazione-si-impegna-a",
            "proposte-e-conclusioni.mantenere-aperto-il-dibattito-sui",
            "proposte-e-conclusioni.promuovere-la-figura-dell-esperto",
            "la-professionalizzazione-dell-esperto-in.rete-nazionale-degli-esperti-con",
        ],
    },
    Data {
        slug: "esperienze-del-mondo",
        title: ["Imparare dal resto del mondo", "Learning from the rest of the world"],
        text: [
            "In molti paesi il supporto tra pari è riconosciuto, formato e pagato. La rete ne tiene conto: prende \
             a riferimento la guida dell’Organizzazione mondiale della sanità e gli studi che mostrano che cosa \
             aiuta e che cosa ostacola.",
            "In many countries peer support is recognised, trained for and paid. The network takes account of \
             this: it refers to the guide of the World Health Organization and to the studies that show what \
             helps and what hinders.",
        ],
        rests_on: &[
            "introduzione.nella-maggior-parte-delle-nazioni",
            "introduzione.su-queste-basi-si-legittima",
            "proposte-e-conclusioni.si-assume-come-riferimento-la",
        ],
    },
];
