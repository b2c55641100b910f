// In English: what is looked at stands in the harness.

import { everyPage } from "../harness/every-page.mjs";

everyPage("en");
