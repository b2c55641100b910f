home-title = Alla pari
home-claim = La rete di chi ha vissuto un disagio, o l’ha vissuto accanto a una persona cara, e ne fa un aiuto per altri.
home-lead = Qui la rete decide insieme, scrive le sue regole e guarda se sono rispettate. Nessuno viene giudicato. I doveri sono delle organizzazioni.
home-become = Scopri come si diventa una persona esperta
home-more = Cerchi altro? Scegli da dove cominciare
home-loop-title = Come funziona
home-loop-text = La conferenza decide per consenso. Il Documento dice che cosa. La Carta ne fa regole. Le regole si guardano su ciò che la rete fa. Quello che manca torna ai tavoli.
home-loop-conference-note = realtà alla prima conferenza, 2021
home-loop-conference-value = 43
home-loop-document-note = { $n ->
    [0] ancora da caricare
    [one] versione pubblicata
   *[other] versioni pubblicate
 }
home-loop-charter-note = regole in vigore
home-loop-records-note = realtà nella rete
home-loop-findings-note = verifiche da riprendere
home-loop-tables-note = in arrivo
home-doors-title = Che cosa cerchi?
home-door-candidate = Vorrei diventare una persona esperta
home-door-candidate-text = Leggi gli avvisi aperti. Non serve un titolo di studio. Puoi scrivere dal telefono e riprendere dopo, oppure provare prima un giorno.
home-door-candidate-link = Guarda gli avvisi
home-door-course = Cerco un corso
home-door-course-text = Corsi con lezioni e affiancamento, e formazione sul campo, accanto a chi è già persona esperta.
home-door-course-link = Guarda i corsi
home-door-family = Sto vicino a una persona cara
home-door-family-text = Anche chi è familiare può mettere la propria esperienza al servizio di altri.
home-door-family-link = Trova una realtà vicina
home-door-expert = Sono già una persona esperta
home-door-expert-text = Tieni il tuo profilo. Decidi tu che cosa si vede. Guarda quali tutele ti spettano.
home-door-expert-link = Leggi la Carta
home-door-organisation = Lavoro in una realtà o in un servizio
home-door-organisation-text = Tieni aggiornata la scheda. Guarda che cosa dice la Carta e qual è il prossimo passo.
home-door-organisation-link = Vai alle realtà della rete
home-door-institution = Rappresento un’istituzione
home-door-institution-text = Vedi dove le persone esperte sono presenti, che cosa chiede il Documento e a che punto è la rete.
home-door-institution-link = Guarda la mappa
home-door-employer = Voglio controllare un attestato
home-door-employer-text = Con il codice, il link o il file. Vedi solo quello che la persona ha scelto di mostrare.
home-door-employer-link = Controlla un attestato
home-network-title = La rete in numeri
home-network-organisations = Realtà
home-network-experts = Persone esperte attive
home-network-territories = Territori con la figura presente
home-network-empty = La rete si sta formando: qui vedrai quante realtà ne fanno parte e dove.
home-network-map = Guarda la mappa dei 21 territori
