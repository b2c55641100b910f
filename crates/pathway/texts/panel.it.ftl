# Il gruppo di selezione.
panel-side-expert = Persona esperta
panel-side-professional = Operatore o operatrice
panel-name-erased = Una persona che non è più registrata
panel-trail-organisations = Realtà
panel-trail-calls = Avvisi
panel-group-title = Scegli il gruppo di selezione
panel-group-lead = Chi incontra le persone che si candidano per «{ $call }».
panel-charter-title = Che cosa chiede la Carta
panel-evidence = Ora nel gruppo: { $experts } per esperienza, { $professionals } per studio e lavoro.
panel-next-expert =
    { $number ->
        [one] Serve almeno una persona esperta di questa realtà.
       *[other] Servono almeno { $number } persone esperte di questa realtà.
    }
panel-next-professional =
    { $number ->
        [one] Serve almeno un operatore o un’operatrice di questa realtà.
       *[other] Servono almeno { $number } tra operatori e operatrici di questa realtà.
    }
panel-article = Articolo { $number }: { $title }
panel-seated-title = Chi c’è ora
panel-seated-gone = Qui non ha più un ruolo: scegli un’altra persona.
panel-choose-title = Chi vuoi nel gruppo
panel-choose-text = Puoi scegliere chi ha un ruolo in questa realtà. Manca qualcuno?
panel-choose-people = Invita una persona
panel-choose-expert = Persone esperte
panel-choose-professional = Operatori e operatrici
panel-choose-none-expert = Nessuna persona esperta ha un ruolo qui.
panel-choose-none-professional = Nessun operatore ha un ruolo qui.
panel-member = Chi è nel gruppo
panel-save = Salva il gruppo
panel-saved = Il gruppo è salvato. Persone esperte e operatori scelgono insieme.
panel-meanwhile = Un’altra persona ha appena cambiato il gruppo. Le tue scelte sono ancora qui: guardale e salva di nuovo.
panel-invalid-member = Una delle persone scelte non ha più un ruolo qui.
panel-invalid-crowd = Il gruppo è troppo grande: al massimo venti persone.
panel-invalid-lacks-both = Il gruppo è vuoto da una parte e dall’altra: servono persone esperte e operatori. Lo chiede la Carta (I1).
panel-invalid-lacks-expert = Mancano persone esperte. La selezione si fa insieme: lo chiede la Carta (I1).
panel-invalid-lacks-professional = Mancano operatori o operatrici. La selezione si fa insieme: lo chiede la Carta (I1).
panel-invalid-apart-expert = Qualcuno ha fatto un passo indietro per una candidatura. Lì mancherebbe una persona esperta: aggiungine un’altra.
panel-invalid-apart-professional = Qualcuno ha fatto un passo indietro per una candidatura. Lì mancherebbe un operatore: aggiungine un altro.
panel-invalid-substitute = Scegli chi prende il tuo posto.
panel-invalid-not-a-member = Non sei più nel gruppo per questa candidatura.
panel-invalid-stand-in = Questa persona non può prendere il tuo posto. Scegline un’altra.
panel-start-title = Le mie selezioni
panel-start-lead = Le persone che incontri, e che cosa aspetta una tua risposta.
panel-empty-title = Non fai parte di un gruppo di selezione
panel-empty-text = Quando una realtà ti chiede di incontrare chi si candida, trovi qui le candidature.
panel-work-title = Candidature aperte
panel-work-none = Nessuna candidatura, per ora.
panel-calls-title = I miei avvisi
panel-arrived = arrivata il { $day }
panel-sent = inviata il { $day }
panel-until = Candidature fino al { $day }.
panel-closed = Candidature chiuse il { $day }.
panel-stands-in = Al posto di un’altra persona
panel-turn-panel = Tocca a voi
panel-turn-candidate = In attesa
panel-due-fill = Nel gruppo manca una delle due parti. Chi coordina deve completarlo, poi si va avanti.
panel-due-propose = Proponete un incontro.
panel-due-propose-anew = La persona chiede un altro momento: proponetene uno.
panel-due-await-answer = L’incontro è proposto. La persona deve ancora rispondere.
panel-due-meet = Vi incontrate nel giorno concordato.
panel-due-say-met = Il momento dell’incontro è passato: dite se vi siete visti.
panel-due-note = Scrivete la nota insieme alla persona, oppure rispondete subito.
panel-due-await-reading = La persona deve ancora leggere la nota.
panel-due-answer = Dite alla persona come si va avanti.
panel-act-propose = Proponi un incontro
panel-act-propose-anew = Proponi un altro momento
panel-act-note = Scrivi la nota
panel-act-answer = Di’ come si va avanti
panel-stage-draft = Non ancora inviata
panel-stage-sent = Candidatura inviata
panel-stage-interview = Incontro
panel-stage-talked = Dopo l’incontro
panel-stage-closed = Risposta data
panel-stage-withdrawn = Candidatura ritirata
panel-candidacy-lead = Candidatura per «{ $call }».
panel-words-title = Le sue parole
panel-words-traced = La persona vede chi ha letto queste parole, e quando.
panel-words-not-shared = La persona non condivide le sue parole con il gruppo, per ora. Ne parlerete insieme.
panel-words-motives = Che cosa muove la persona
panel-words-motivation = Perché si candida
panel-words-expectations = Che cosa si aspetta
panel-words-recovery = Il suo percorso
panel-words-belonging = Gruppi e associazioni
panel-words-phone = Telefono
panel-meetings-title = Incontri
panel-meetings-none = Nessun incontro, per ora.
panel-notes-title = Nota scritta insieme
panel-notes-open = Apri la nota
panel-notes-none = Nessuna nota. Si scrive insieme alla persona, in parole.
panel-close-title = Come si va avanti
panel-close-text = Ogni risposta ha un motivo in parole e offre un colloquio.
panel-tie-text = Conosci bene questa persona, o c’è un legame tra voi?
panel-tie-link = Fai un passo indietro
panel-call-lead = Chi è nel gruppo, chi si candida, chi vuole provare un giorno.
panel-call-public = Leggi l’avviso
panel-call-members = Chi incontra la persona
panel-call-candidacies = Candidature, per data
panel-aside-line = Una candidatura da cui hai fatto un passo indietro
panel-before-line = Una candidatura conclusa prima del tuo arrivo nel gruppo
panel-trials-title = Chi vuole provare un giorno
panel-trials-text = Nome e contatto restano qui fino a quel giorno, poi si cancellano.
panel-trials-none = Nessuna richiesta, per ora.
panel-cannot-title = Per ora il gruppo non può andare avanti
panel-cannot-closed = Questa candidatura ha già una risposta.
panel-cannot-withdrawn = La persona ha ritirato la candidatura.
panel-cannot-lacks-expert = Nel gruppo manca una persona esperta. La Carta (I1) chiede che si scelga insieme: chi coordina ne aggiunge una.
panel-cannot-lacks-professional = Nel gruppo manca un operatore o un’operatrice. La Carta (I1) chiede che si scelga insieme: chi coordina ne aggiunge.
panel-cannot-nothing-lost = Non hai perso niente di quello che c’era.
panel-cannot-back = Torna alla candidatura
panel-aside-title = Fai un passo indietro
panel-aside-lead = Se c’è un legame tra te e questa persona, lascia che la incontrino gli altri. Non devi dire perché.
panel-aside-enough = Nel gruppo restano persone esperte e operatori: non serve altro.
panel-aside-lacks-expert = Senza di te mancherebbe una persona esperta. Scegli chi prende il tuo posto.
panel-aside-lacks-professional = Senza di te mancherebbe un operatore o un’operatrice. Scegli chi prende il tuo posto.
panel-aside-choose = Scegli una persona
panel-aside-nobody = Nessuna persona
panel-aside-tie = Il legame, se vuoi scriverlo
panel-aside-tie-hint = Resta cifrato e tuo. Chi si candida legge solo che hai fatto un passo indietro.
panel-aside-substitute = Chi prende il tuo posto
panel-aside-button = Fai un passo indietro
panel-aside-back = Torna alla candidatura
panel-aside-done = Hai fatto un passo indietro. Di questa candidatura non leggi più niente.
panel-told-aside = { $name } fa un passo indietro e non partecipa.
panel-told-stands-in = { $name } entra nel gruppo che ti incontra.
panel-mail-stand-in-subject = Ti chiedono di prendere un posto
panel-mail-stand-in-body =
    Ciao { $name },

    una persona ti chiede di prendere il suo posto in un incontro. Trovi tutto qui:

    { $link }

    Se non puoi, fai anche tu un passo indietro dalla stessa pagina.
panel-step-answer = Risposte da scrivere con il tuo gruppo: { $number }
panel-step-answer-why = Vi siete incontrati e la nota è letta. Ora la persona aspetta di sapere come si va avanti.
panel-step-work = Candidature che aspettano il tuo gruppo: { $number }
panel-step-work-why = Chi si candida aspetta una risposta.
retention-panel-seat = Il posto in un gruppo di selezione: resta finché la persona vuole.
retention-panel-recusal = Il passo indietro da una candidatura: serve perché chi ha un legame non la legga. Il motivo, se scritto, è cifrato.
