# Il gruppo che incontra chi si candida.
panel-side-expert = Persona esperta
panel-side-professional = Professionista
