package org.billrunconsole.sandbox.customers;

import java.util.List;

/** Makes names up: the same for the same number. */
final class CustomerNames {

    private static final List<String> FIRST = List.of("Ada", "Amir", "Beatrice", "Callum", "Chidi", "Daphne", "Edith",
            "Farah", "Gareth", "Harriet", "Imran", "Isla", "Jack", "Kavita", "Leon", "Margaret", "Nadia", "Oliver",
            "Priya", "Rhys", "Saoirse", "Tom", "Wanjiru");
    private static final List<String> LAST = List.of("Abbott", "Begum", "Carmichael", "Davies", "Eze", "Fairweather",
            "Gupta", "Hargreaves", "Iqbal", "Jenkins", "Kowalski", "Llewellyn", "MacLeod", "Nwosu", "O'Brien",
            "Pemberton", "Quigley", "Rahman", "Silva", "Thornton", "Underwood", "Vaughan", "Whitfield", "Yardley",
            "Ziegler", "Ashworth", "Baptiste", "Crowther", "Dhillon");
    private static final List<String> PLACE = List.of("Harbour", "Northgate", "Pennine", "Riverside", "Saltmarsh",
            "Tyne", "Vale", "Westbourne", "Castle", "Elm Park", "Foundry", "Granary", "Highfield", "Ironbridge",
            "Kestrel", "Lantern", "Meridian");
    private static final List<String> TRADE = List.of("Dental Care", "Logistics", "Bakery", "Solicitors",
            "Engineering", "Care Homes", "Coffee", "Motors", "Print Works", "Surveyors", "Housing", "Farm Supplies",
            "Media");
    private static final List<String> CARRIER = List.of("Telecom", "Networks", "Voice", "Carrier Services", "Fibre",
            "Connect", "Interconnect");

    private CustomerNames() {}

    static String person(int number) {
        return of(FIRST, number) + " " + of(LAST, number / FIRST.size() + number);
    }

    static String company(int number) {
        return of(PLACE, number) + " " + of(TRADE, number / PLACE.size() + number) + " Ltd";
    }

    static String carrier(int number) {
        return of(PLACE, number) + " " + of(CARRIER, number / PLACE.size() + number);
    }

    private static String of(List<String> words, int number) {
        return words.get(number % words.size());
    }
}
