// What both pages have in common: the rows, when they are painted, and how long a key takes until its rows are.
'use strict';
const columns = ['name', 'billingCycleId', 'periodEndDate', 'invoiceDate', 'billRunStatus', 'summaryStatus', 'revenueInMajorCurrency',
    'usageSuspenseCount', 'maxInvoiceValue'];
const times = [];
let pressed = 0;

function painted() {
    return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
}

// One page after another asks for the next before it is read, as the console does.
async function rows() {
    const all = [];
    let ahead = [1, 2, 3].map(page => fetchPage(page));
    for (let page = 4; ; page++) {
        const read = await ahead.shift();
        all.push(...read);
        if (read.length < 1000) {
            return all;
        }
        ahead.push(fetchPage(page));
    }
}

async function fetchPage(page) {
    const answer = await fetch(`/v1/bill-runs?page=${page}&pageSize=1000&sort=id`);
    return answer.json();
}

function onSearch(field, filter) {
    field.addEventListener('keydown', () => { pressed = performance.now(); }, true);
    field.addEventListener('input', async () => {
        const from = pressed;
        filter(field.value.toLowerCase().split(/\s+/).filter(word => word));
        times.push(await painted() - from);
    });
    field.focus();
}
