package dev.vouch.discovery.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.discovery.intake.domain.Mapping.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", ","})
    void the_header_tells_the_delimiter(String delimiter) throws IOException {
        var rows = rows(write("handle|followers\nänne|5\n".replace("|", delimiter), StandardCharsets.UTF_8, ""));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.values().get("handle").asText()).isEqualTo("änne");
            assertThat(row.values().get("followers").asText()).isEqualTo("5");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void the_bytes_tell_the_encoding(String name) throws IOException {
        var charset = Charset.forName(name);
        var mark = name.startsWith("UTF") ? "\uFEFF" : "";

        var rows = rows(write("handle;bio\r\nkäthe;süß\r\n", charset, mark));

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.values().get("bio").asText()).isEqualTo("süß"));
    }

    @Test
    void a_ruler_below_the_header_and_an_empty_row_are_passed_over() throws IOException {
        var rows = rows(write("handle\tfollowers\n=======\n\t\nanna\t1\n", StandardCharsets.UTF_8, ""));

        assertThat(rows).singleElement().extracting(Row::number).isEqualTo(1L);
    }

    @Test
    void a_line_break_in_a_quoted_cell_is_part_of_it() throws IOException {
        var rows = rows(write("handle,bio\nanna,\"eins\nzwei\"\nbea,x\n", StandardCharsets.UTF_8, ""));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).values().get("bio").asText()).isEqualTo("eins\nzwei");
    }

    @Test
    void of_two_columns_with_one_name_the_second_has_a_number() throws IOException {
        var file = write("name,followers,followers \nanna,48.5M,48500000\n", StandardCharsets.UTF_8, "");

        assertThat(new ImportFile(file).columns(Format.DELIMITED)).containsExactly("name", "followers", "followers#2");
    }

    @Test
    void a_row_with_too_many_cells_is_refused_and_the_others_are_read() throws IOException {
        var rows = rows(write("handle,followers\nanna,1,2\nbea,3\n", StandardCharsets.UTF_8, ""));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).fault().code()).isEqualTo("import.too-many-columns");
        assertThat(rows.get(1).values().get("handle").asText()).isEqualTo("bea");
    }

    @Test
    void a_broken_json_line_is_refused_alone_and_gzip_is_unpacked() throws IOException {
        var file = folder.resolve("posts.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"a\":1}\n{\"a\":\n[1]\n\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new ImportFile(file).format()).isEqualTo(Format.JSON_LINES);
        var rows = new ArrayList<Row>();
        new ImportFile(file).read(Format.JSON_LINES, rows::add);

        assertThat(rows).extracting(Row::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rows).extracting(row -> row.fault() == null).containsExactly(true, false, false, true);
    }

    private List<Row> rows(Path file) throws IOException {
        var rows = new ArrayList<Row>();
        new ImportFile(file).read(Format.DELIMITED, rows::add);
        return rows;
    }

    private Path write(String text, Charset charset, String mark) throws IOException {
        return Files.write(folder.resolve("file"), (mark + text).getBytes(charset));
    }
}
