territory-title = Dove c’è il supporto tra pari
territory-lead = I 21 territori d’Italia: 19 regioni, più Trento e Bolzano. Scegline uno per sapere chi c’è.
territory-map-short = Mappa
territory-map-title = Mappa d’Italia: dove la figura dell’esperto in supporto tra pari è presente
territory-map-credit = Contorni: svg-maps di Victor Cazanave, CC BY 4.0, adattati
territory-map-label = { $territory }: { $presence }, { $number ->
    [0] nessuna realtà
    [one] una realtà
   *[other] { $number } realtà
 }
territory-summary = La figura è presente in { $present } territori, sta nascendo in { $emerging }, manca in { $absent }.
territory-table = I territori in tabella
territory-how = È una scelta di questo programma. Presente: almeno una realtà conta esperti attivi, o si dice avanzata. Sta nascendo: c’è almeno una realtà. Assente: nessuna realtà registrata. La regione o la segreteria possono precisare. L’ordine è geografico: nessun territorio è messo in classifica.
territory-name = Territorio
territory-presence = Presenza di persone esperte
territory-presence-hint = Presente: almeno una realtà conta persone esperte attive, o si dice avanzata. Sta nascendo: c’è una realtà, ma non ne conta ancora.
territory-presence-present = Presente
territory-presence-emerging = Sta nascendo
territory-presence-absent = Assente
territory-organisations = Realtà
territory-user-experts = Utenti esperti
territory-family-experts = Familiari esperti
territory-page-lead = Il supporto tra pari in questo territorio: { $territory }.
territory-now = A che punto siamo
territory-why-present = Almeno una realtà conta persone esperte attive, o si dice avanzata.
territory-why-emerging = C’è almeno una realtà, ma nessuna ha ancora contato persone esperte attive.
territory-why-absent = Qui non risulta ancora nessuna realtà. Se ne conosci una, scrivi alla segreteria.
territory-why-said = Lo dice la regione o la segreteria.
territory-said-on = Scritto il { $day } dalla regione o dalla segreteria.
territory-who = Le realtà
territory-nobody = Ancora nessuna.
territory-more = Guarda tutte le { $number } realtà
territory-edit = Di’ come stanno le cose
territory-edit-title = Di’ come stanno le cose: { $territory }
territory-edit-lead = Le tue parole stanno accanto ai dati delle realtà, con la data di oggi.
territory-as-recorded = Come risulta dalle realtà registrate
territory-note = Come stanno le cose, con le tue parole
territory-note-hint = Per esempio: quali servizi, quali progetti, quali atti.
territory-save = Pubblica le tue parole
territory-done = Le tue parole sono pubbliche. Grazie.
territory-stale = Qualcun altro ha appena pubblicato qualcosa su questo territorio. Quello che hai scritto è ancora nel modulo: confrontalo con ciò che è pubblico, correggi se serve e pubblica di nuovo.
territory-theirs = Che cosa è pubblico ora
territory-step-say = Di’ come stanno le cose nel tuo territorio: { $territory }
territory-step-say-why = Sulla mappa mancano le tue parole, o sono di più di un anno fa.
