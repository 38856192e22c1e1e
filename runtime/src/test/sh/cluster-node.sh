#!/bin/sh
# A host of the cluster that cluster.sh makes.
# usage: unshare -n -m -u -i -p -f cluster-node.sh ROOT NUMBER
set -eu
root=$1
n=$2
own=$root/$n

# The number that the processes outside know.
read -r pid rest < /proc/self/stat
mount --make-rprivate /
mount -t proc proc /proc
mount -t sysfs sysfs /sys
hostname "kvm$n"

# private FOLDER: what is written there is this host's alone
private() {
    mkdir -p "$1" "$own$1"
    cp -a "$1/." "$own$1/"
    mount --bind "$own$1" "$1"
}
for each in /etc /var/lib/pacemaker /var/lib/corosync /var/lib/libvirt /var/cache/libvirt /var/log; do
    private "$each"
done
mount -t tmpfs tmpfs /run
mount -t tmpfs -o mode=1777 tmpfs /dev/shm
mkdir -p /run/lock /run/libvirt /var/log/pacemaker /var/log/corosync /var/log/libvirt

printf '%s\n' '127.0.0.1 localhost' '10.88.0.1 kvm1' '10.88.0.2 kvm2' > /etc/hosts
cat > /etc/corosync/corosync.conf << 'END'
totem {
  version: 2
  cluster_name: vmconf
  transport: udpu
  token: 3000
}
nodelist {
  node {
    ring0_addr: 10.88.0.1
    name: kvm1
    nodeid: 1
  }
  node {
    ring0_addr: 10.88.0.2
    name: kvm2
    nodeid: 2
  }
}
quorum {
  provider: corosync_votequorum
  two_node: 1
  wait_for_all: 0
}
logging {
  to_stderr: yes
}
END

# A device that switches the other host off: cluster.sh is its hand.
cat > "$own/fence" << END
#!/bin/sh
action=
host=
while read -r line; do
    case \$line in
        action=* | option=*) action=\${line#*=} ;;
        nodename=* | port=* | plug=*) host=\${line#*=} ;;
    esac
done
case \$action:\${1-}:\${2-} in
    metadata:* | :-o:metadata)
        echo '<?xml version="1.0"?><resource-agent name="fence_legacy"><parameters>'
        echo '<parameter name="port"><content type="string"/></parameter></parameters>'
        echo '<actions><action name="on"/><action name="off"/><action name="reboot"/><action name="status"/>'
        echo '<action name="monitor"/><action name="list"/><action name="metadata"/></actions></resource-agent>' ;;
    off:* | reboot:*)
        echo "\$host" > $root/fence
        until [ -e $root/fenced ]; do sleep 0.1; done ;;
esac
END
chmod +x "$own/fence"
mount --bind "$own/fence" /usr/sbin/fence_legacy

# Nobody else would join, so that there is no need to wait long for others, and who comes late is no danger.
cat > /var/lib/pacemaker/cib/cib.xml << 'END'
<cib validate-with="pacemaker-3.0" admin_epoch="0" epoch="1" num_updates="0">
  <configuration>
    <crm_config>
      <cluster_property_set id="cib-bootstrap-options">
        <nvpair id="cib-bootstrap-options-dc-deadtime" name="dc-deadtime" value="4s"/>
        <nvpair id="cib-bootstrap-options-startup-fencing" name="startup-fencing" value="false"/>
      </cluster_property_set>
    </crm_config>
    <nodes/>
    <resources>
      <primitive id="power" class="stonith" type="fence_legacy">
        <instance_attributes id="power-attributes">
          <nvpair id="power-hosts" name="pcmk_host_list" value="kvm1 kvm2"/>
          <nvpair id="power-check" name="pcmk_host_check" value="static-list"/>
        </instance_attributes>
      </primitive>
    </resources>
    <constraints/>
  </configuration>
  <status/>
</cib>
END
chown -R hacluster:haclient /var/lib/pacemaker/cib
chmod 600 /var/lib/pacemaker/cib/cib.xml

printf '%s\n' 'user = "root"' 'group = "root"' 'security_driver = "none"' 'cgroup_controllers = []' 'namespaces = []' \
    'stdio_handler = "file"' > /etc/libvirt/qemu.conf
# libvirtd looks for its users before it reads that.
grep -q '^libvirt-qemu:' /etc/passwd || echo 'libvirt-qemu:x:64055:64055::/:/usr/sbin/nologin' >> /etc/passwd
for each in libvirt-qemu kvm; do
    grep -q "^$each:" /etc/group || echo "$each:x:6405${#each}:" >> /etc/group
done

ip link set lo up
echo "$pid" > "$own/pid.new"
mv "$own/pid.new" "$own/pid"
until ip link set "node$n" up 2> /dev/null; do sleep 0.1; done
ip address add "10.88.0.$n/24" dev "node$n"

libvirtd > "$own/libvirtd.log" 2>&1 &
corosync -f > "$own/corosync.log" 2>&1 &
until corosync-quorumtool -s 2> /dev/null | grep -q '^Nodes: *2$'; do sleep 0.1; done
pacemakerd > "$own/pacemakerd.log" 2>&1 &
until virsh -c qemu:///system version > /dev/null 2>&1; do sleep 0.1; done
touch "$own/ready"
wait
