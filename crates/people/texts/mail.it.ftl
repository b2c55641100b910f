mail-title = Posta in uscita
mail-lead = I messaggi che il programma manda, senza il loro testo.
mail-lead-demo = In prova nessun messaggio parte davvero: qui leggi quello che sarebbe arrivato.
mail-empty-title = Nessun messaggio
mail-empty-text = Qui compaiono inviti, link per accedere e avvisi, appena il programma ne scrive.
mail-to = A { $to }
mail-tries = { $tries ->
    [one] Un tentativo.
   *[other] { $tries } tentativi.
 }
mail-read = Leggi il messaggio
mail-state-waiting = In attesa
mail-state-sent = Partito
mail-state-given-up = Non è partito
