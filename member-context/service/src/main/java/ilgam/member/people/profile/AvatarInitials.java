package ilgam.member.people.profile;

import java.util.Locale;

/** The one or two letters that are shown instead of a picture: 김태현 is 태현, Ada Lovelace is AL. */
public final class AvatarInitials {

    private AvatarInitials() {}

    public static String of(String displayName) {
        var words = displayName.strip().split("[\\s\\p{Punct}]+");
        var last = words[words.length - 1];
        if (isKorean(last)) return last.substring(Math.max(0, last.length() - 2));
        var first = letter(words[0].isEmpty() && words.length > 1 ? words[1] : words[0]);
        return (words.length == 1 ? first : first + letter(last)).toUpperCase(Locale.ROOT);
    }

    private static boolean isKorean(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '가' && c <= '힣');
    }

    private static String letter(String word) {
        return word.isEmpty() ? "" : Character.toString(word.codePointAt(0));
    }
}
