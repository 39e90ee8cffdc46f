package dev.vouch.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "c1", "campaign/instagram-00ff", "Frühstück 🥐"})
    void a_key_comes_back_as_it_went(String key) {
        assertThat(Cursor.decode(Cursor.encode(key))).isEqualTo(key);
    }

    @Test
    void a_cursor_changed_in_any_place_is_refused() {
        var cursor = Cursor.encode("campaign/instagram-00ff");

        for (int i = 0; i < cursor.length(); i++) {
            var changed = new StringBuilder(cursor);
            changed.setCharAt(i, cursor.charAt(i) == 'A' ? 'B' : 'A');
            assertThatThrownBy(() -> Cursor.decode(changed.toString()))
                    .as("changed: %s", changed)
                    .isInstanceOf(InvalidRequest.class);
        }
    }

    @Test
    void a_cursor_of_boundless_length_is_refused() {
        assertThatThrownBy(() -> Cursor.decode("A".repeat(1_000_000))).isInstanceOf(InvalidRequest.class);
    }
}
