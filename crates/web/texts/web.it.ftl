site-name = Alla pari – rete degli esperti in supporto tra pari
site-short = Alla pari
site-claim = rete degli esperti in supporto tra pari

page-skip = Vai al contenuto
page-demo = È una prova: tutto ciò che vedi è inventato.
page-demo-label = Prova
page-demo-enter = Entra come…
page-language = Italiano
page-my-start = Il tuo spazio
page-sign-in = Accedi
page-sign-out = Esci
page-nav = Parti del sito
page-menu = Menu
page-trail = Dove sei
page-verify = Controlla un attestato
page-accessibility = Dichiarazione di accessibilità
page-privacy = I tuoi dati
page-feedback = Segnala un problema
page-api = Per chi programma
page-credits = Di chi sono carattere, icone e mappa
page-licence = Software libero, licenza EUPL 1.2.

nav-organisations = Realtà
nav-experts = Persone esperte
nav-document = Documento
nav-charter = Carta
nav-findings = Verifica
nav-calendar = Calendario
nav-calls = Candidarsi
nav-courses = Corsi
nav-announcements = Annunci

loop-conference = Conferenza
loop-document = Documento
loop-charter = Carta
loop-records = Rete
loop-findings = Verifica
loop-tables = Tavoli
loop-here = Il percorso della rete. Sei qui: { $step }

state-met = Rispettato
state-not-met = Non rispettato
state-not-known = Non si sa
state-not-applicable = Non riguarda
state-done = Fatto
state-waiting = In attesa
state-ended = Concluso

length-hours = { $hours ->
    [one] 1 ora
   *[other] { $hours } ore
 }
length-minutes = { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minuti
 }
length-both = { $hours ->
    [one] 1 ora
   *[other] { $hours } ore
 } e { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minuti
 }

finding-asks = La Carta chiede:
finding-evidence = Che cosa risulta
finding-next = Che cosa fare:

pager-label = Pagine dell’elenco
pager-place = Pagina { $page } di { $pages }. In tutto: { $total }.
pager-previous = Pagina precedente
pager-next = Pagina successiva

path-done = Fatto:
path-now = Adesso:
path-next = Poi:

steps-none = Ora non c’è niente che ti aspetta.
steps-urgent = Qualcuno ti aspetta

form-errors = C’è qualcosa da correggere. Quello che hai scritto è ancora qui.
form-required = (serve)

invalid-required = Scrivi qualcosa in questo campo.
invalid-too-long = È troppo lungo: il massimo è { $max } caratteri.
invalid-form = Il modulo non è completo. Controllalo e invialo di nuovo.
invalid-email = Controlla l’indirizzo: deve essere come nome@esempio.it.
invalid-choice = Scegli una delle voci.
invalid-date = Scegli un giorno, o scrivilo così: 24/11/2026.
invalid-number = Scrivi un numero intero, da 0 in su.
invalid-url = Controlla l’indirizzo: deve iniziare con https://.

error-not-found = Pagina non trovata
error-not-found-text = A questo indirizzo non c’è niente. Forse la pagina è stata spostata.
error-refused = Questa pagina non è aperta a te
error-foreign = Il modulo arriva da un altro sito
error-foreign-text = Per sicurezza non l’abbiamo accettato. Torna alla pagina e invialo da qui.
error-token = Il token non vale
error-token-text = Forse è scaduto o è stato chiuso. Chi lo usa può farne uno nuovo dal proprio profilo.
error-stale = Questi dati sono appena cambiati
error-stale-text = Forse hai premuto due volte, e la prima è andata bene. Oppure qualcun altro ha salvato prima di te: non abbiamo toccato quello che ha scritto. Torna indietro: trovi ancora le tue parole. Poi ricarica la pagina e controlla.
error-clash = Esiste già, oppure serve ancora altrove
error-clash-text = Non abbiamo cambiato niente. Torna indietro e controlla i dati.
error-busy = In questo momento siamo in molti
error-busy-text = Non abbiamo salvato niente. Torna indietro e riprova tra poco.
error-too-many = Troppi tentativi
error-too-many-text = Riprova tra { $minutes ->
    [one] un minuto
   *[other] { $minutes } minuti
 }.
error-bad = La richiesta non si capisce
error-bad-text = Torna indietro e riprova. Se succede ancora, segnalalo.
error-bad-form = Non siamo riusciti a leggere il modulo. Torna indietro e invialo di nuovo.
error-method = Qui non si può fare
error-method-text = L’indirizzo esiste, ma non accetta questa operazione.
error-too-large = Il file è troppo grande
error-too-large-text = Il massimo è 20 megabyte. Prova con un file più piccolo.
error-inside = Qualcosa non ha funzionato
error-inside-text = È colpa nostra. I dati salvati sono al sicuro. Riprova tra poco.
error-way-home = Torna alla pagina iniziale
error-way-sign-in = Accedi
error-way-tell = Segnala il problema

signed-out-title = Il tuo accesso è finito
signed-out-kept = Apri l’accesso in un’altra scheda, poi torna qui e premi di nuovo “Invia”: quello che hai scritto è ancora qui. Solo password e codici vanno scritti di nuovo.
signed-out-open = Accedi in un’altra scheda
signed-out-send = Invia
signed-out-file = Un file non si può tenere qui. Accedi, poi torna alla pagina e scegli di nuovo il file. Quello che hai scritto forse si ritrova tornando indietro.
signed-out-again = Non abbiamo salvato niente. Accedi, poi ripeti l’operazione. Quello che hai scritto forse si ritrova tornando indietro.

refusal-not-signed-in = Prima devi accedere.
refusal-second-factor-needed = Il tuo ruolo chiede un secondo passo per accedere: un codice o una passkey.
refusal-role-missing = Il tuo ruolo non comprende questa operazione.
refusal-elsewhere-only = Il tuo ruolo vale altrove: non in questa realtà o in questo territorio.
refusal-belongs-to-another = Appartiene a un’altra persona, che non l’ha condiviso con te.
refusal-scope-missing = La chiave usata non permette questa operazione.
ask-sign-in = Accedi e torna qui.
ask-organisation-manager = Puoi chiedere a chi gestisce la realtà.
ask-secretariat = Puoi chiedere alla segreteria della rete.
ask-administrator = Puoi chiedere a chi amministra questa installazione.
ask-the-person = Puoi chiedere alla persona a cui appartiene.

role-expert = Persona esperta
role-professional = Operatore o operatrice
role-tutor = Tutor
role-organisation-manager = Chi gestisce una realtà
role-trainer = Chi forma
role-secretariat = Segreteria della rete
role-region = Regione
role-administrator = Amministrazione
