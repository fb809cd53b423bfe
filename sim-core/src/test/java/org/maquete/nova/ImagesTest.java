package org.maquete.nova;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maquete.kernel.Answer;

/**
 * What Glance keeps of an image besides its file. Tables and refusals as python-openstackclient
 * 6.0.0 printed them, given the answers of glance 25.1.0.
 */
class ImagesTest {

    private static String field(CloudLab lab, String name, String image) {
        return lab.accepted("openstack image show -f value -c " + name + " " + image).strip();
    }

    @Test
    void keepsWhatIsSaidOfIt() {
        CloudLab lab = CloudLab.ready();
        lab.accepted(
                "openstack image create --file jammy.img --min-disk 2 --min-ram 512 --protected"
                        + " --tag b --tag a --property hw_disk_bus=virtio --private one");

        String shown = lab.accepted("openstack image show one");

        assertThat(CloudLab.field(shown, "min_disk")).isEqualTo("2");
        assertThat(CloudLab.field(shown, "min_ram")).isEqualTo("512");
        assertThat(CloudLab.field(shown, "protected")).isEqualTo("True");
        assertThat(CloudLab.field(shown, "tags")).isEqualTo("a, b");
        assertThat(CloudLab.field(shown, "visibility")).isEqualTo("private");
        assertThat(CloudLab.field(shown, "properties"))
                .startsWith("hw_disk_bus='virtio', os_hash_algo='sha512', os_hash_value='")
                .endsWith(
                        "', os_hidden='False', owner_specified.openstack.md5='',"
                                + " owner_specified.openstack.object='images/one',"
                                + " owner_specified.openstack.sha256=''");
    }

    @Test
    void aProtectedImageStays() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack image create --protected one");
        String uuid = field(lab, "id", "one");

        assertThat(lab.type("openstack image delete one"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "Failed to delete image with name or ID 'one': HttpException: 403:"
                                        + " Client Error for url:"
                                        + " https://172.16.0.13:9292/v2/images/"
                                        + uuid
                                        + ", 403 Forbidden: Image "
                                        + uuid
                                        + " is protected and cannot be deleted.\nFailed to delete"
                                        + " 1 of 1 images."));
        lab.accepted("openstack image set --unprotected one");
        lab.accepted("openstack image delete one");
        assertThat(lab.accepted("openstack image list -f value")).isEmpty();
    }

    @Test
    void isDeactivatedAndActivated() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack image create --file jammy.img one");
        lab.accepted("openstack image create two");

        lab.accepted("openstack image set --deactivate one");
        assertThat(field(lab, "status", "one")).isEqualTo("deactivated");
        lab.accepted("openstack image set --activate one");
        assertThat(field(lab, "status", "one")).isEqualTo("active");
        lab.accepted("openstack image set --deactivate two");
        assertThat(field(lab, "status", "two")).isEqualTo("queued");
    }

    @Test
    void changesAndForgets() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack image create --tag old one");

        lab.accepted(
                "openstack image set --name uno --property a=b --os-distro ubuntu --tag new"
                        + " --min-ram 64 --public one");
        assertThat(field(lab, "properties", "uno")).contains("'a': 'b'", "'os_distro': 'ubuntu'");
        assertThat(field(lab, "visibility", "uno")).isEqualTo("public");
        lab.accepted("openstack image unset --property a --tag old uno");
        assertThat(field(lab, "tags", "uno")).isEqualTo("['new']");
        assertThat(lab.type("openstack image unset --property zz --tag q uno"))
                .isEqualTo(
                        Answer.failed(
                                1,
                                "tag unset failed, 'q' is a nonexistent tag \n"
                                        + "property unset failed, 'zz' is a nonexistent property \n"
                                        + "Failed to unset 1 of 1 tags,Failed to unset 1 of 1"
                                        + " properties."));
    }

    @Test
    void listsInTheOrderOfTheClientAndAsFiltered() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack image create --private --tag t one");
        lab.accepted("openstack image create --public Two");
        lab.accepted("openstack image create --property a=b three");
        lab.accepted("openstack image set --hidden three");

        assertThat(lab.accepted("openstack image list -f value -c Name")).isEqualTo("Two\none\n");
        assertThat(lab.accepted("openstack image list -f value -c Name --sort name:desc"))
                .isEqualTo("one\nTwo\n");
        assertThat(lab.accepted("openstack image list -f value -c Name --public"))
                .isEqualTo("Two\n");
        assertThat(lab.accepted("openstack image list -f value -c Name --tag t"))
                .isEqualTo("one\n");
        assertThat(lab.accepted("openstack image list --hidden --property a=b -f csv -c Name"))
                .isEqualTo("\"Name\"\n\"three\"\n");
        assertThat(lab.accepted("openstack image list --long -f value -c Protected -c Tags"))
                .isEqualTo("False []\nFalse ['t']\n");
    }

    @Test
    void isSharedWithAProject() {
        CloudLab lab = CloudLab.ready();
        lab.accepted("openstack image create one");
        lab.accepted("openstack project create p1");
        String project = lab.accepted("openstack project show -f value -c id p1").strip();
        String uuid = field(lab, "id", "one");

        String added = lab.accepted("openstack image add project one p1");
        assertThat(CloudLab.field(added, "member_id")).isEqualTo(project);
        assertThat(CloudLab.field(added, "status")).isEqualTo("pending");
        lab.accepted("openstack image set --accept --project p1 one");
        assertThat(lab.accepted("openstack image member list -f value one"))
                .isEqualTo(uuid + " " + project + " accepted\n");
        lab.accepted("openstack image remove project one p1");
        assertThat(lab.accepted("openstack image member list -f value one")).isEmpty();
        lab.accepted("openstack image set --private one");
        assertThat(lab.type("openstack image add project one p1").stderr())
                .endsWith("/members, 403 Forbidden: Only shared images have members.\n");
    }
}
