package org.threesigns;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.time.Clock;
import java.time.Duration;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** Habits of the code that a reader may rely on. */
@Tag("once")
class ArchitectureTests {

    private static final double SHARE_OF_PACKAGE_PRIVATE = 0.7;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.threesigns");
    private static final JavaClasses HOUSE_AND_TESTS = new ClassFileImporter().importPackages("org.threesigns");

    @Test
    void entitiesStayInTheirRoom() {
        hold(classes().that().areAnnotatedWith(Entity.class).should().notBePublic());
    }

    @Test
    void repositoriesStayInTheirRoom() {
        hold(classes().that().areAssignableTo(Repository.class).should().notBePublic());
    }

    @Test
    void controllersReachNoStore() {
        hold(noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat(assignableTo(Repository.class)
                        .or(assignableTo(EntityManager.class))
                        .or(assignableTo(JdbcOperations.class))
                        .or(assignableTo(JdbcClient.class))
                        .or(assignableTo(DataSource.class))));
    }

    @Test
    void whatAClassNeedsComesThroughItsConstructor() {
        hold(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource"));
    }

    @Test
    void fieldsAreNotOpenToOthers() {
        hold(fields().that().areNotStatic().should().notBePublic());
    }

    @Test
    void scoringIsPureJava() {
        hold(classes()
                .that(resideInAPackage("org.threesigns.scoring.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java.lang..",
                                "java.math",
                                "java.util..",
                                "org.jspecify.annotations",
                                "org.springframework.modulith",
                                "org.threesigns.instrument..",
                                "org.threesigns.scoring..")
                        .or(assignableTo(Duration.class))));
    }

    @Test
    void scoringGivesTheSameForTheSameAnswersWhateverTheHour() {
        hold(noClasses()
                .that(resideInAPackage("org.threesigns.scoring.."))
                .should()
                .dependOnClassesThat(assignableTo(Clock.class).or(assignableTo(Random.class)))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID"));
    }

    @Test
    void scoringAndStatisticsNeedNoFramework() {
        hold(noClasses()
                .that(resideInAnyPackage("org.threesigns.scoring..", "org.threesigns.statistics.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "jakarta..",
                                "java.sql..",
                                "javax.sql..",
                                "org.hibernate..",
                                "org.springframework..",
                                "org.thymeleaf..")
                        .and(not(resideInAPackage("org.springframework.modulith")))));
    }

    @Test
    void instrumentsKnowNothingOfTheWeb() {
        hold(noClasses()
                .that(resideInAPackage("org.threesigns.instrument.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.springframework.http..",
                        "org.springframework.ui..",
                        "org.springframework.web..",
                        "org.thymeleaf..")));
    }

    @Test
    void timesAndDatesAreThoseOfJavaTime() {
        hold(noClasses()
                .should()
                .dependOnClassesThat(assignableTo(Date.class)
                        .or(assignableTo(Calendar.class))
                        .or(assignableTo(java.text.DateFormat.class))));
    }

    /** What is written out by hand forgets the path that a site may be below; Spring's redirects know it. */
    @Test
    void redirectsAreMadeBySpring() {
        hold(noClasses()
                .that()
                .areNotAssignableTo(HttpServletResponseWrapper.class)
                .should()
                .callMethodWhere(
                        target(name("sendRedirect")).and(target(owner(assignableTo(HttpServletResponse.class))))));
    }

    @Test
    void atLeastSevenOfTenTypesArePackagePrivate() {
        var types = topLevelTypes();

        assertThat(types.stream().filter(ArchitectureTests::isPackagePrivate).count())
                .as("package-private types of %d", types.size())
                .isGreaterThanOrEqualTo((long) Math.ceil(SHARE_OF_PACKAGE_PRIVATE * types.size()));
    }

    @Test
    void noTwoTypesHaveTheSameName() {
        assertThat(topLevelTypes()).extracting(JavaClass::getSimpleName).doesNotHaveDuplicates();
    }

    private static List<JavaClass> topLevelTypes() {
        return HOUSE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .toList();
    }

    private static boolean isPackagePrivate(JavaClass type) {
        return !type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    @Test
    void noRoomIsACupboard() {
        hold(classes()
                .should()
                .resideOutsideOfPackages(
                        "..common..", "..dto..", "..helper..", "..helpers..", "..impl..", "..util..", "..utils.."));
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessItSaysSo() {
        assertThat(HOUSE_AND_TESTS.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(room ->
                        assertThat(isNullMarked(room)).as(room.getName()).isTrue());
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.isAnnotatedWith(NullMarked.class);
    }

    /** Rooms are still being furnished, so a rule about what is not there yet holds. */
    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
